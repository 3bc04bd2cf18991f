import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { closeAdapters } from '@/lib/providers/registry';
import { Settings } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { closeBreakers, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type SmtpScript, startScriptedSmtp } from '@/lib/testing/scripted-smtp';

useTestDatabase();
allowLoopbackTargets();
beforeEach(async () => {
  await closeBreakers();
  // As shipped, but for the five seconds.
  await updateSettings(testContext, { delivery: { retries: { immediateDelaySeconds: 1 } } });
});
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

const deliver = (providers: string[]) => deliverOne({ providers });

async function makeSmtp(script: SmtpScript, own: Record<string, unknown> = {}) {
  const { port } = await startScriptedSmtp(script);
  const settings = { host: '127.0.0.1', port, security: 'none', ...own };
  return makeProvider({ kind: 'smtp', settings, secrets: own.username ? { password: 'secret' } : undefined });
}

async function makeApi(answer: (nth: number) => ApiAnswer) {
  let nth = 0;
  const { url } = await startApiServer(() => answer(++nth));
  return makeProvider({
    kind: 'resend',
    settings: { endpoint: url },
    secrets: { apiKey: 're_0123456789ab' },
  });
}

/** Says it to the first two, then takes what comes. */
const twice = (words: string) => {
  let count = 0;
  return () => (++count <= 2 ? words : undefined);
};

const minutesLeft = ({ dueAt }: { dueAt: string | null }) =>
  Math.round((Date.parse(dueAt!) - Date.now()) / 60_000);

it('are three, five seconds apart, as shipped', () => {
  expect(Settings.parse({}).delivery.retries).toMatchObject({ immediateTries: 3, immediateDelaySeconds: 5 });
});

describe('where nobody else could take over, a refusal for the moment is asked again at once', () => {
  // RFC 5321 4.2.2: 421, 451 and 452; RFC 3463: x.3.0 and x.3.2; the words as Postfix, Exim and Exchange say them.
  it.each<[string, SmtpScript]>([
    ['at MAIL', { mail: twice('451 4.3.0 Error: queue file write error') }],
    ['at RCPT', { rcpt: twice('451 Temporary local problem - please try later') }],
    ['at DATA', { data: twice('451 4.3.2 System not accepting network messages') }],
    ['at the final dot', { body: twice('451 4.3.0 Mail server temporarily rejected message') }],
  ])('by an SMTP server, %s', async (_stage, script) => {
    const { name } = await makeSmtp(script);
    const message = await deliver([name]);
    expect(message).toMatchObject({ status: 'sent', provider: name, retryCount: 0 });
    expect(message.attempts).toHaveLength(3);
  });

  it.each([500, 502, 503])('by an API, with %d', async (status) => {
    const { name } = await makeApi((nth) =>
      nth <= 2 ? { status, body: {} } : { status: 200, body: { id: 'x' } },
    );
    const message = await deliver([name]);
    expect(message).toMatchObject({ status: 'sent', retryCount: 0 });
    expect(message.attempts).toHaveLength(3);
  });

  it('and after the third goes by the schedule', async () => {
    const { name } = await makeSmtp({ mail: '451 4.3.0 Error: queue file write error' });
    const message = await deliver([name]);
    expect(message).toMatchObject({ status: 'retrying', retryCount: 1 });
    expect(message.attempts).toHaveLength(3);
    expect(minutesLeft(message)).toBe(5);
  });
});

describe('one try only', () => {
  it('where another provider takes over, which is quicker', async () => {
    const failing = await makeSmtp({ mail: '451 4.3.0 Error: queue file write error' });
    const other = await makeProvider();
    const message = await deliver([failing.name, other.name]);
    expect(message.attempts.map(({ provider }) => provider)).toEqual([failing.name, other.name]);
  });

  it('where a longer pause is asked for', async () => {
    const { name } = await makeApi(() => ({ status: 503, headers: { 'retry-after': '120' }, body: {} }));
    const message = await deliver([name]);
    expect(message.attempts).toHaveLength(1);
    expect(minutesLeft(message)).toBe(2);
  });

  it.each<[string, SmtpScript, Record<string, unknown>]>([
    ['refused for good', { mail: '550 5.7.1 Relaying denied' }, {}],
    ['that a password is wrong', { auth: '535 5.7.8 Error: authentication failed' }, { username: 'clinic' }],
  ])('where it is %s', async (_name, script, own) => {
    const { name } = await makeSmtp(script, own);
    expect((await deliver([name])).attempts).toHaveLength(1);
  });

  it('where the key of an API is wrong', async () => {
    const { name } = await makeApi(() => ({
      status: 401,
      body: { name: 'validation_error', message: 'API key is invalid' },
    }));
    expect((await deliver([name])).attempts).toHaveLength(1);
  });
});
