import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne, failuresOf, worker } from '@/lib/testing/deliver';
import { closeBreakers, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type SmtpScript, startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { untilDelivered } from './claim-and-run';
import { pullLines } from './pull-lines';

/** What servers do in the field, and what must become of a message that may go through P and then through S. */
useTestDatabase();
useOneTry();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

async function makeP(script: SmtpScript, settings: Record<string, unknown> = {}) {
  const server = await startScriptedSmtp(script);
  const own = { host: '127.0.0.1', port: server.port, security: 'none', ...settings };
  return { server, ...(await makeProvider({ kind: 'smtp', settings: own })) };
}

const deliver = (providers: string[], input: Parameters<typeof deliverOne>[0] = {}) =>
  deliverOne({ providers, ...input });

describe('a refusal with words', () => {
  it.each([
    ['F1, at the final dot', { body: '421 4.7.0 try later' }],
    ['F6, a sender that is not verified', { body: '554 Message rejected: Email address is not verified' }],
    ['F6, an identity', { body: '550 The from address does not match a verified Sender Identity' }],
    ['F6, a domain', { body: '550 From header sender domain not verified' }],
    ['F6, policy', { body: '554 Transaction failed. Reject due to policy restrictions' }],
    ['F7, relay', { rcpt: '550 relay not permitted' }],
    ['F7, relaying', { rcpt: '550 Relaying denied' }],
    ['F7, relaying, as qmail has it', { rcpt: '553 Relaying disallowed' }],
    ['F7, sign-in', { rcpt: '550-Please turn on SMTP Authentication\r\n550 in your mail client' }],
    ['F7, a block list', { rcpt: '550 JunkMail rejected - host is in an RBL' }],
    ['F7, HELO', { rcpt: '550 Access denied - Invalid HELO name' }],
    ['F8, Exchange', { body: '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException' }],
    ['F8, Exchange', { body: '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException' }],
    ['a bare one at RCPT', { rcpt: '550 no' }],
  ])('%s: the next provider takes over at once, nobody bounced', async (_name, script) => {
    const p = await makeP(script);
    const s = await makeProvider();
    const message = await deliver([p.name, s.name]);
    expect(message).toMatchObject({ status: 'sent', provider: s.name });
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'refused', fault: 'provider' });
    expect(message.attempts[0]!.outcomes[0]!.reply).toContain(Object.values(script)[0]!.slice(0, 12));
  });

  it.each(['550 exceeded hour limit', '550 Domain e.example has exceeded the max emails per hour'])(
    'F6, F7, a limit used up (%s): the next one takes over, and this one rests without being ill',
    async (body) => {
      const p = await makeP({ body });
      const s = await makeProvider();
      expect(await deliver([p.name, s.name])).toMatchObject({ status: 'sent', provider: s.name });
      expect(await failuresOf(p.id)).toBe(0);
      const next = await deliver([p.name, s.name]);
      expect(next.attempts[0]!.candidates).toContainEqual(
        expect.objectContaining({ provider: p.name, rank: null, reason: 'limit_provider' }),
      );
    },
  );

  it.each([
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 5.0.0 User unknown',
    '550 5.7.1 No such user here',
  ])('F9, about the recipient (%s): bounced, and no fault of the provider', async (rcpt) => {
    const p = await makeP({ rcpt });
    const s = await makeProvider();
    expect(await deliver([p.name, s.name])).toMatchObject({
      status: 'bounced',
      attempts: [expect.anything()],
    });
    expect(await failuresOf(p.id)).toBe(0);
  });
});

describe('a server that is busy', () => {
  it.each([
    ['when it is asked', { greeting: '421 4.3.2 Server too busy' }],
    ['for one message', { mail: '451 4.7.500 Server busy. Please try again later.' }],
    ['after the body', { body: '451 4.3.0 Server busy, try again later' }],
  ])('%s: it is asked more slowly, at no step of the schedule, and nobody is ill', async (_name, script) => {
    const p = await makeP(script);
    const message = await deliver([p.name]);
    expect(message).toMatchObject({ status: 'retrying', reason: 'paced', retryCount: 0, provider: p.name });
    expect(message.attempts[0]!.outcomes).toMatchObject([{ outcome: 'refused', fault: 'throttled' }]);
    expect(await failuresOf(p.id)).toBe(0);
  });
});

function once(words: string, then: string) {
  let asked = 0;
  return () => (++asked === 1 ? words : then);
}

describe('F4: a server that says once that it was too fast', () => {
  const greet = once('421 Too many concurrent SMTP connections from this IP address', '220 ESMTP');
  it.each<[string, SmtpScript]>([
    ['SES', { body: once('454 Throttling failure: Maximum sending rate exceeded.', '250 Ok') }],
    ['by the second', { body: once('450 4.7.1 too many emails per second', '250 Ok') }],
    [
      'in its greeting',
      {
        get greeting() {
          return greet();
        },
      },
    ],
  ])('%s: its message goes after seconds, and so does the next one', async (_name, script) => {
    const p = await makeP(script);
    const first = await deliver([p.name]);
    expect(first).toMatchObject({ status: 'retrying', reason: 'paced', retryCount: 0 });
    expect(Date.parse(first.dueAt!) - Date.now()).toBeLessThan(10_000);
    await sql()`update provider_pace set paused_until = now() where provider_id = ${p.id}`;
    await until(async () => {
      forgetFacts();
      await pullLines(worker);
      await untilDelivered(AbortSignal.timeout(10_000));
      expect(await getMessage(testContext, first.id)).toMatchObject({ status: 'sent', provider: p.name });
    });
    expect(await deliver([p.name])).toMatchObject({ status: 'sent', attempts: [expect.anything()] });
    expect(await failuresOf(p.id)).toBe(0);
  });
});

describe('a server with too many connections', () => {
  it('gets fewer, at no step of the schedule; its message and the next one go, and nobody is ill', async () => {
    let greeted = 0;
    const p = await makeP({
      get greeting() {
        // https://learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements
        const tooMany =
          '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending';
        return ++greeted === 1 ? tooMany : '220 smtp.example.com ESMTP';
      },
    });
    expect(await deliver([p.name])).toMatchObject({ status: 'retrying', reason: 'paced', retryCount: 0 });
    expect(await failuresOf(p.id)).toBe(0);
    const [pace] = await sql()`select connections, rate from provider_pace where provider_id = ${p.id}`;
    expect(pace).toMatchObject({ connections: 2, rate: null });
    await sql()`update provider_pace set paused_until = now() where provider_id = ${p.id}`;
    forgetFacts();
    await pullLines(worker);
    await untilDelivered(AbortSignal.timeout(10_000));
    expect(p.server.mails).toHaveLength(1);
    expect(await deliver([p.name])).toMatchObject({ status: 'sent' });
  });
});

describe('F5: too many recipients for one transaction', () => {
  it('the rest goes in the next one at once, and nobody else waits', async () => {
    let inTransaction = 0;
    const p = await makeP({
      get mail() {
        inTransaction = 0;
        return '250 2.1.0 Ok';
      },
      rcpt: () => (++inTransaction > 3 ? '452 4.5.3 Too many recipients' : '250 2.1.5 Ok'),
    });
    const to = [1, 2, 3, 4, 5].map((n) => `r${n}@c.example`);
    expect(await deliver([p.name], { to })).toMatchObject({ status: 'sent', attempts: [expect.anything()] });
    expect(p.server.mails.map((mail) => mail.to.length)).toEqual([3, 2]);
    expect(await deliver([p.name])).toMatchObject({ status: 'sent' });
  });
});

describe('F12: larger than the server announced', () => {
  it('fails as nobody can carry it, while small ones go and nobody is ill', async () => {
    const p = await makeP({ capabilities: ['SIZE 20000'] });
    for (let n = 0; n < 5; n++)
      expect(await deliver([p.name], { text: 'x'.repeat(30_000) })).toMatchObject({
        status: 'failed',
        reason: 'cannot_carry',
        recipients: [{ status: 'failed' }],
      });
    expect(await failuresOf(p.id)).toBe(0);
    expect(await deliver([p.name])).toMatchObject({ status: 'sent' });
  });

  it('goes through the next provider, which can', async () => {
    const p = await makeP({ capabilities: ['SIZE 20000'] });
    const s = await makeProvider();
    const message = await deliver([p.name, s.name], { text: 'x'.repeat(30_000) });
    expect(message).toMatchObject({ status: 'sent', provider: s.name });
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ fault: 'cannot_carry' });
  });

  it('waits for the next one where that only rests', async () => {
    const p = await makeP({ capabilities: ['SIZE 20000'] });
    const s = await makeProvider();
    await sql()`update provider_health set open_until = now() + interval '5 minutes', opened_at = now() where provider_id = ${s.id}`;
    expect(await deliver([p.name, s.name], { text: 'x'.repeat(30_000) })).toMatchObject({
      status: 'parked',
      reason: 'breaker_open',
      provider: s.name,
    });
  });
});

describe('F13: a connection that breaks in the middle of the body', () => {
  it('was no acceptance: the next provider takes over', async () => {
    const p = await makeP({ body: 'cut' });
    const s = await makeProvider();
    const message = await deliver([p.name, s.name], { text: 'x'.repeat(3_000_000) });
    expect(message).toMatchObject({ status: 'sent', provider: s.name });
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'refused', fault: 'provider' });
  });
});

describe('F20: a pooled connection that has gone silent', () => {
  it('is found out before a body is trusted to it: the second message goes out on a new one', async () => {
    let mails = 0;
    const p = await makeP(
      {
        get mail() {
          return ++mails === 2 ? 'hang' : '250 2.1.0 Ok';
        },
      },
      { timeoutMs: 4000 },
    );
    for (let n = 0; n < 2; n++)
      expect(await deliver([p.name])).toMatchObject({ status: 'sent', attempts: [expect.anything()] });
    expect(p.server.opened()).toBe(2);
    expect(await failuresOf(p.id)).toBe(0);
  });
});

describe('F2: a pooled connection that is told to reconnect', () => {
  it('the second message goes out on a new one', async () => {
    let mails = 0;
    const p = await makeP({
      get mail() {
        return ++mails === 2 ? '421 4.7.0 reconnect' : '250 2.1.0 Ok';
      },
    });
    for (let n = 0; n < 2; n++)
      expect(await deliver([p.name])).toMatchObject({ status: 'sent', attempts: [expect.anything()] });
    expect(p.server.opened()).toBe(2);
  });
});
