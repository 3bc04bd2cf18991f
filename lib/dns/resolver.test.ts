import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setUpZones } from '@/lib/testing/dns-server';
import { newDnsResolver } from './resolver';
import { parseDnsServer } from './servers';

const quick = { tryMs: 1000, rounds: 1 };

describe('a question', () => {
  it('brings the records of each type', async () => {
    await setUpZones({
      'Example.com': [
        { A: '192.0.2.1' },
        { AAAA: '2001:db8::1' },
        { MX: [10, 'MX.example.com'] },
        { MX: [0, ''] },
        { TXT: ['v=spf1 ', '-all'] },
        { TXT: 'caf\u00c3\u00a9' },
        { NS: 'ns1.example.com' },
        { SOA: ['ns1.example.com', 7] },
      ],
      '1.2.0.192.in-addr.arpa': [{ PTR: 'example.com' }],
    });
    const resolver = newDnsResolver();
    const records = async (...[name, type]: Parameters<typeof resolver.resolve>) => {
      const answer = await resolver.resolve(name, type);
      return answer.state === 'found' ? answer.records : answer;
    };
    expect(await records('EXAMPLE.com.', 'A')).toEqual(['192.0.2.1']);
    expect(await records('example.com', 'AAAA')).toEqual(['2001:db8::1']);
    expect(await records('example.com', 'MX')).toEqual([
      { preference: 10, host: 'mx.example.com' },
      { preference: 0, host: '' },
    ]);
    expect(await records('example.com', 'TXT')).toEqual(['v=spf1 -all', 'caf\u00c3\u00a9']);
    expect(await records('example.com', 'NS')).toEqual(['ns1.example.com']);
    expect(await records('example.com', 'SOA')).toEqual([{ server: 'ns1.example.com', serial: 7 }]);
    expect(await records('1.2.0.192.in-addr.arpa', 'PTR')).toEqual(['example.com']);
  });

  it('tells what does not exist from what has no such record', async () => {
    await setUpZones({ 'www.example.com': [{ A: '192.0.2.1' }] });
    const resolver = newDnsResolver();
    expect(await resolver.resolve('gone.example.com', 'A')).toMatchObject({
      state: 'missing',
      reason: 'no_name',
    });
    expect(await resolver.resolve('www.example.com', 'MX')).toMatchObject({
      state: 'missing',
      reason: 'no_data',
    });
    // RFC 8020: a name below which others stand exists.
    expect(await resolver.resolve('example.com', 'TXT')).toMatchObject({
      state: 'missing',
      reason: 'no_data',
    });
  });

  it.each([
    ['SERVFAIL', 'servfail'],
    ['REFUSED', 'refused'],
    ['TIMEOUT', 'timeout'],
    ['GARBAGE', 'malformed'],
  ] as const)('that meets %s is unknown: %s', async (played, reason) => {
    await setUpZones({ 'example.com': [played] });
    expect(await newDnsResolver(quick).resolve('example.com', 'TXT')).toEqual({ state: 'unknown', reason });
  });

  it('is unknown where nobody listens', async () => {
    const resolver = newDnsResolver({ ...quick, servers: [{ address: '127.0.0.1', port: 1 }] });
    expect(await resolver.resolve('example.com', 'A')).toEqual({ state: 'unknown', reason: 'unreachable' });
  });

  it.each(['', '.', 'a..example.com', `${'a'.repeat(64)}.example.com`, `${'a.'.repeat(127)}com`])(
    'is not sent for %j',
    async (name) => {
      const served = await setUpZones({});
      expect(await newDnsResolver().resolve(name, 'A')).toMatchObject({
        state: 'missing',
        reason: 'bad_name',
      });
      expect(served.asked).toEqual([]);
    },
  );

  it('may hold what no host is called', async () => {
    await setUpZones({ 'foo:bar/baz.example.com': [{ A: '192.0.2.1' }] });
    expect(await newDnsResolver().resolve('foo:bar/baz.example.com', 'A')).toMatchObject({
      records: ['192.0.2.1'],
    });
  });

  it('whose answer is beyond 4 KB is asked by TCP', async () => {
    const text = 'x'.repeat(9000);
    const served = await setUpZones({ 'example.com': [{ TXT: text }] });
    expect(await newDnsResolver().resolve('example.com', 'TXT')).toMatchObject({ records: [text] });
    expect(served.asked.map(({ by }) => by)).toEqual(['udp', 'tcp']);
  });

  it('is unknown when it was cut and TCP does not work', async () => {
    await setUpZones({ 'example.com': [{ TXT: 'x'.repeat(9000) }] }, { tcp: false });
    expect(await newDnsResolver(quick).resolve('example.com', 'TXT')).toEqual({
      state: 'unknown',
      reason: 'unreachable',
    });
  });

  it('tells whether DNSSEC vouches for it', async () => {
    await setUpZones({ 'example.com': [{ A: '192.0.2.1' }] }, { authenticated: true });
    expect(await newDnsResolver().resolve('example.com', 'A')).toMatchObject({ authenticated: true });
  });

  it('goes on to the next server when one is silent or lame', async () => {
    const served = await setUpZones({ 'example.com': [{ A: '192.0.2.1' }] });
    const silent = createSocket('udp4').bind(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const resolver = newDnsResolver({
      ...quick,
      servers: [
        { address: '127.0.0.1', port: silent.address().port },
        { address: '127.0.0.1', port: served.port },
      ],
    });
    expect(await resolver.resolve('example.com', 'A')).toMatchObject({ records: ['192.0.2.1'] });
  });

  it('does not believe an answer to another question', async () => {
    const liar = createSocket('udp4');
    liar.on('message', (bytes, from) => {
      const other = Buffer.from(bytes);
      other[2] = 0x81;
      other.writeUInt16BE((other.readUInt16BE(0) + 1) & 0xffff, 0);
      liar.send(other, from.port, from.address);
    });
    liar.bind(0, '127.0.0.1');
    await once(liar, 'listening');
    onTestFinished(() => void liar.close());
    const resolver = newDnsResolver({
      ...quick,
      servers: [{ address: '127.0.0.1', port: liar.address().port }],
    });
    expect(await resolver.resolve('example.com', 'A')).toEqual({ state: 'unknown', reason: 'timeout' });
  });
});

describe('aliases', () => {
  it('are followed, and told', async () => {
    await setUpZones({
      'a.example.com': [{ CNAME: 'b.example.net' }],
      'b.example.net': [{ CNAME: 'c.example.org' }],
      'c.example.org': [{ TXT: 'here' }],
    });
    expect(await newDnsResolver().resolve('a.example.com', 'TXT')).toMatchObject({
      state: 'found',
      records: ['here'],
      aliases: ['b.example.net', 'c.example.org'],
    });
  });

  it('may lead to nothing', async () => {
    await setUpZones({ 'a.example.com': [{ CNAME: 'gone.example.net' }] });
    expect(await newDnsResolver().resolve('a.example.com', 'TXT')).toMatchObject({
      state: 'missing',
      reason: 'no_name',
      aliases: ['gone.example.net'],
    });
  });

  it('are themselves the answer where they are asked for', async () => {
    await setUpZones({ 'a.example.com': [{ CNAME: 'b.example.net' }] });
    expect(await newDnsResolver().resolve('a.example.com', 'CNAME')).toMatchObject({
      records: ['b.example.net'],
    });
  });

  it('in a circle or without an end are unknown', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`n${at}.example.com`, [{ CNAME: `n${at + 1}.example.com` }]]),
    );
    await setUpZones({
      'a.example.com': [{ CNAME: 'b.example.com' }],
      'b.example.com': [{ CNAME: 'a.example.com' }],
      ...long,
    });
    const loop = { state: 'unknown', reason: 'alias_loop' };
    expect(await newDnsResolver().resolve('a.example.com', 'A')).toEqual(loop);
    expect(await newDnsResolver().resolve('n0.example.com', 'A')).toEqual(loop);
  });
});

describe('its bounds', () => {
  it('nothing is asked twice', async () => {
    const served = await setUpZones({ 'example.com': [{ A: '192.0.2.1' }] });
    const resolver = newDnsResolver();
    await Promise.all(
      ['example.com', 'EXAMPLE.com', 'example.com.'].map((name) => resolver.resolve(name, 'A')),
    );
    expect(served.asked).toHaveLength(1);
  });

  it('no more questions than allowed are sent', async () => {
    const served = await setUpZones({});
    const resolver = newDnsResolver({ maxQuestions: 3 });
    for (let at = 0; at < 9; at++) await resolver.resolve(`n${at}.example.com`, 'A');
    expect(await resolver.resolve('last.example.com', 'A')).toEqual({ state: 'unknown', reason: 'too_many' });
    expect(served.asked).toHaveLength(3);
  });

  it('nobody is asked after its time', async () => {
    const served = await setUpZones({ 'example.com': [{ A: '192.0.2.1' }] });
    expect(await newDnsResolver({ withinMs: 0 }).resolve('example.com', 'A')).toEqual({
      state: 'unknown',
      reason: 'too_many',
    });
    expect(served.asked).toEqual([]);
  });
});

it.each([
  ['10.0.0.53', { address: '10.0.0.53', port: 53 }],
  ['10.0.0.53:5353', { address: '10.0.0.53', port: 5353 }],
  ['[fd00::53]:5353', { address: 'fd00::53', port: 5353 }],
  ['fd00::53', { address: 'fd00::53', port: 53 }],
])('the server %s', (text, server) => {
  expect(parseDnsServer(text)).toEqual(server);
});
