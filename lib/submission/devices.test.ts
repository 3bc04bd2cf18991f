import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { idIn, openDoor, RawClient, storedMessages } from '@/lib/testing/door';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { createToken } from '@/lib/tokens/create';
import { revokeToken } from '@/lib/tokens/revoke';
import { deviceToken, readDeviceNetwork } from './devices';

describe('a network of devices', () => {
  it.each(['192.168.1.40/32', '10.0.0.0/8', '172.20.0.0/16', 'fd12:3456::/32'])('%s', (network) => {
    expect(readDeviceNetwork(`${network}=rlv_abcdefghijkl`)).toEqual({ network, publicId: 'abcdefghijkl' });
  });

  it.each([
    '0.0.0.0/0',
    '8.8.8.8/32',
    '192.168.0.0/15',
    '172.16.0.0/11',
    '127.0.0.1/32',
    '::1/128',
    '::/0',
    '2001:db8::/32',
    '100.64.0.0/10',
  ])('is never one that strangers are in, nor this machine: %s', (network) => {
    expect(readDeviceNetwork(`${network}=rlv_abcdefghijkl`)).toBeNull();
  });

  it.each(['192.168.1.40/32', '192.168.1.40/32=', '192.168.1.40/32=rlv_short', 'printer=rlv_abcdefghijkl'])(
    'is told whole: %s',
    (text) => expect(readDeviceNetwork(text)).toBeNull(),
  );

  it('gives way to a narrower one', () => {
    const networks = ['192.168.0.0/16=rlv_aaaaaaaaaaaa', '192.168.1.40/32=rlv_bbbbbbbbbbbb'];
    const read = networks.map((text) => readDeviceNetwork(text)!);
    expect(deviceToken(read, '192.168.1.40')).toBe('bbbbbbbbbbbb');
    expect(deviceToken(read, '192.168.1.41')).toBe('aaaaaaaaaaaa');
    expect(deviceToken(read, '192.169.1.41')).toBeNull();
  });
});

describe('a device that cannot sign in', () => {
  useTestDatabase();
  beforeEach(async () => {
    await sql()`delete from messages`;
    await makeProvider();
  });

  /** The door cannot be reached from another machine here: the bound of what may be a network is `readDeviceNetwork`'s. */
  async function open(input: object = {}) {
    const scopes = ['messages:send'];
    const made = await createToken(testContext, {
      name: `printer ${Math.random()}`,
      scopes,
      ...input,
    } as never);
    const publicId = made.token.slice(4, 16);
    const port = await openDoor({ mayBePlain: () => false, devices: [{ network: '127.0.0.0/8', publicId }] });
    return { id: made.id, port };
  }

  async function handIn(port: number, from = 'printer@example.com'): Promise<string> {
    const client = await RawClient.open(port);
    await client.say('HELO printer_3');
    const mail = await client.say(`MAIL FROM:<${from}>`);
    if (!mail.startsWith('250')) return mail;
    await client.say('RCPT TO:<ana@example.com>');
    await client.say('DATA');
    client.write(`From: ${from}\r\nTo: ana@example.com\r\nSubject: Scan\r\n\r\nPage 1\r\n.\r\n`);
    return client.reply();
  }

  it('hands in by its network, with the rights of the token', async () => {
    const { port } = await open();
    const reply = await handIn(port);
    expect((await storedMessages()).map(({ id }) => id)).toEqual([idIn(reply)]);
  });

  it('is bound as its token is, and ends with it', async () => {
    const { port, id } = await open({ fromDomains: ['other.example'] });
    expect(await handIn(port)).toMatch(/^550 5\.7\.1/);
    await revokeToken(testContext, { id });
    expect(await handIn(port, 'printer@other.example')).toMatch(/^535 /);
    const reader = await open({ scopes: ['messages:read'] });
    expect(await handIn(reader.port)).toMatch(/^550 5\.7\.1/);
    expect(await storedMessages()).toEqual([]);
  });

  it('is asked to sign in from any other network', async () => {
    const port = await openDoor({
      mayBePlain: () => true,
      devices: [{ network: '192.168.1.0/24', publicId: 'abcdefghijkl' }],
    });
    expect(await handIn(port)).toMatch(/^530 5\.7\.0/);
  });
});
