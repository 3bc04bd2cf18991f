import { beforeEach, describe, expect, it } from 'vitest';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';
import { testContext } from '@/lib/testing/factories';
import { checkAddresses } from './check-addresses';
import { LookUps, MAX_LOOK_UPS } from './look-ups';
import { forgetMailServers } from './mail-servers';

useTestDatabase();
beforeEach(forgetMailServers);

const dns = () =>
  setUpDns(
    {
      'old.example.org': ['192.0.2.7'],
      'v6.example.org': ['2001:db8::7'],
      'nothing.example.org': [],
    },
    {
      mx: {
        'gmail.com': [[5, 'gmail-smtp-in.l.google.com']],
        'gmial.com': [[10, 'park.example.net']],
        'clinic.example.org': [
          [10, 'a.example.org'],
          [20, 'b.example.org'],
        ],
        'closed.example.org': [[0, '']],
        'xn--mnchen-3ya.de': [[10, 'mx.example.org']],
        'mailinator.com': [[10, 'mail.mailinator.com']],
        'box.mailinator.com': [[10, 'mail.mailinator.com']],
      },
      failing: ['broken.example.org', 'gmail.cmo'],
      silent: ['silent.example.org'],
    },
  );

const check = async (address: string) => (await checkAddresses([address]))[0]!;

describe('one address', () => {
  it.each([
    ['ana@clinic.example.org', 'fine', [], null],
    ['ana@gmail.com', 'fine', [], null],
    ['ana@sandbox.test', 'fine', [], null],
    ['Ana Pérez <ana@gmail.com>', 'fine', [], null],
    // RFC 6531: letters of any language; the domain is looked up as IDNA writes it.
    ['josé@münchen.de', 'fine', [], null],
    ['ana', 'wrong', ['syntax'], null],
    ['ana@@', 'wrong', ['syntax'], null],
    ['.ana@clinic.example.org', 'wrong', ['syntax'], 'ana@clinic.example.org'],
    ['ana@gmail,com', 'wrong', ['syntax'], 'ana@gmail.com'],
    ['ana@gmailcom', 'wrong', ['syntax'], 'ana@gmail.com'],
    ['ana @gmial.com', 'wrong', ['syntax'], 'ana@gmail.com'],
    ['ana@gmial.com', 'doubtful', ['typo'], 'ana@gmail.com'],
    ['ana@hotmial.com', 'wrong', ['no_domain', 'typo'], 'ana@hotmail.com'],
    ['ana@gone.example.org', 'wrong', ['no_domain'], null],
    ['ana@nothing.example.org', 'wrong', ['no_mail_server'], null],
    ['ana@closed.example.org', 'wrong', ['null_mx'], null],
    ['ana@old.example.org', 'doubtful', ['no_mx'], null],
    ['ana@v6.example.org', 'doubtful', ['no_mx'], null],
    ['ana@clinic.test', 'wrong', ['reserved'], null],
    ['ana@mailinator.com', 'doubtful', ['disposable'], null],
    ['ana@box.mailinator.com', 'doubtful', ['disposable'], null],
    ['ventas@clinic.example.org', 'doubtful', ['role'], null],
    ['info+web@gmial.com', 'doubtful', ['typo', 'role'], 'info+web@gmail.com'],
    ['ana@broken.example.org', 'unknown', ['dns_failed'], null],
    ['info@broken.example.org', 'doubtful', ['role', 'dns_failed'], null],
    ['ana@gmail.cmo', 'doubtful', ['typo', 'dns_failed'], 'ana@gmail.com'],
  ])('%s is %s', async (address, verdict, reasons, suggestion) => {
    await dns();
    expect(await check(address)).toEqual({ address, verdict, reasons, suggestion });
  });
});

it('answers in order, and asks of each domain once', async () => {
  const { asked } = await dns();
  const addresses = Array.from({ length: 1000 }, (_, at) => `person${at}@clinic.example.org`);
  const checked = await checkAddresses(addresses);
  expect(checked.map(({ address }) => address)).toEqual(addresses);
  expect(checked.every(({ verdict }) => verdict === 'fine')).toBe(true);
  expect(asked).toEqual(['clinic.example.org']);
});

it('never waits longer than its limit, and then says that it does not know', async () => {
  await dns();
  const started = performance.now();
  const checked = await checkAddresses(['ana@silent.example.org', 'ana@gmail.com'], new LookUps(300));
  expect(performance.now() - started).toBeLessThan(4_500);
  expect(checked.map(({ verdict }) => verdict)).toEqual(['unknown', 'fine']);
});

it('asks DNS of a thousand domains for one request; of the rest it does not know', async () => {
  const { asked } = await setUpDns({ 'known.example.org': ['192.0.2.7'] });
  await checkAddresses(['ana@known.example.org']);
  asked.length = 0;
  const lookUps = new LookUps(60_000);
  const addresses = (list: number) => Array.from({ length: 600 }, (_, at) => `a@d${at}.l${list}.example.org`);
  const first = await checkAddresses(addresses(1), lookUps);
  expect(first.every(({ verdict }) => verdict === 'wrong')).toBe(true);
  const second = await checkAddresses([...addresses(2), 'ana@known.example.org'], lookUps);
  const of = (verdict: string) => second.filter((check) => check.verdict === verdict).length;
  expect([of('wrong'), of('unknown'), of('doubtful')]).toEqual([400, 200, 1]);
  expect(new Set(asked.filter((name) => name.endsWith('.example.org'))).size).toBe(MAX_LOOK_UPS);
});

it('calls nothing wrong where DNS is down', async () => {
  const { asked } = await setUpDns({}, { failing: ['gmail.com', 'clinic.example.org', 'gone.example.org'] });
  const checked = await checkAddresses(['a@gmail.com', 'b@clinic.example.org', 'c@gone.example.org']);
  expect(checked.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(asked.length).toBeGreaterThan(0);
});

it('calls nothing wrong where DNS says of every name that there is none, as without a way out', async () => {
  await setUpDns({}, { offline: true });
  expect(await check('ana@gmail.com')).toMatchObject({ verdict: 'unknown', reasons: ['dns_failed'] });
});

it('leaves names of a network of one’s own alone where the settings allow them', async () => {
  const { asked } = await dns();
  expect(await check('ana@office')).toMatchObject({ verdict: 'wrong', reasons: ['syntax'] });
  await updateSettings(testContext, { delivery: { content: { singleLabelDomains: true } } });
  expect(await check('ana@office')).toMatchObject({ verdict: 'fine', reasons: [] });
  expect(asked).toEqual([]);
  await updateSettings(testContext, { delivery: { content: { singleLabelDomains: false } } });
});
