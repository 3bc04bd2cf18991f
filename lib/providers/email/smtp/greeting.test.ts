import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { configure, scripted } from '@/lib/testing/smtp-scenes';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

const SECRET = 'internal-banner-4711';
const run = async (script: Parameters<typeof scripted>[0]) => {
  const { config } = await scripted(script, { transcript: true, timeoutMs: 5000 });
  const test = await adapter.test(config, { signal: AbortSignal.timeout(10_000) });
  const sent = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(10_000));
  return { test, sent };
};

describe('whoever does not greet as SMTP does', () => {
  it.each([
    [`SSH-2.0-${SECRET}`],
    [`* OK IMAP4rev1 ${SECRET}`],
    [`+OK POP3 ${SECRET}`],
    [`200 NNTP ${SECRET}`],
    [`500 ${SECRET}`],
    [`2200 ${SECRET}`],
    [`500 4.3.2 ${SECRET}`],
    [`550 5.7 ${SECRET}`],
  ])('is not quoted: %s', async (greeting) => {
    for (const step of [
      greeting,
      { say: greeting, ends: 'close' as const },
      { say: greeting, ends: 'close' as const, cut: true as const },
    ]) {
      const { test, sent } = await run({ greeting: step });
      expect(test.ok).toBe(false);
      expect(sent.outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
      expect(JSON.stringify([test, sent])).not.toContain(SECRET);
    }
  });

  it.each([
    ['421 4.3.2 Come back later'],
    ['554 5.7.1 Client host blocked using zen.spamhaus.org'],
    // https://learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements
    ['432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending'],
    // https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online
    ['550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus.'],
  ])('and who refuses as mail servers do, is: %s', async (greeting) => {
    const { test, sent } = await run({ greeting });
    expect(test.steps.at(-1)!.detail).toContain(greeting);
    expect(test.transcript).toContain(`S: ${greeting}`);
    expect(sent.outcomes[0]!.reply).toContain(greeting);
  });
});

it('what a refusal means is heard all the same', async () => {
  // https://github.com/swiftmailer/swiftmailer/issues/658
  const words = 'The server has reached its limit for processing requests from your host.';
  const { sent } = await run({ greeting: `451-${words}\r\n451 Please try again later.` });
  expect(sent.outcomes).toMatchObject([{ outcome: 'refused', fault: 'throttled', code: '451' }]);
  expect(JSON.stringify(sent)).not.toContain('limit');
});

describe('where no mail server can be', () => {
  it.each([
    '169.254.169.254',
    '169.254.170.2',
    '169.254.1.1',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fe80::1',
  ])('nobody connects to %s', async (host) => {
    const config = configure(25, { host, timeoutMs: 5000 });
    const test = await adapter.test(config, { signal: AbortSignal.timeout(5000) });
    expect(test).toMatchObject({ ok: false, cause: 'private_target', steps: [{ name: 'dns', ok: false }] });
    const { outcomes } = await adapter.send(config, makeOutgoing({}), AbortSignal.timeout(5000));
    expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider', permanent: false }]);
    expect(outcomes[0]!.reply).toContain('own services');
  });
});

describe('a host', () => {
  const hostOf = (host: string) => smtp.settings.safeParse({ host }).data?.host;

  it.each([
    ['[::1]', '::1'],
    ['::1', '::1'],
    ['[2001:db8::25]', '2001:db8::25'],
    ['[192.0.2.1]', '192.0.2.1'],
    ['mail.example.com', 'mail.example.com'],
  ])('%s is %s', (host, known) => expect(hostOf(host)).toBe(known));

  it.each([':::', '1:2', '[1:2', 'a:25', '[::1]:25'])('%s is none', (host) =>
    expect(hostOf(host)).toBeUndefined(),
  );
});
