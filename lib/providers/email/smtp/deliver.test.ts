import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { SmtpScript, Step } from '@/lib/testing/scripted-smtp';
import { scripted } from '@/lib/testing/smtp-scenes';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

const ONE_CONNECTION = { pool: { maxConnections: 1 }, timeoutMs: 5000 };

async function sendTo(config: ProviderConfig, recipients = ['ana@example.com'], from = 'clinic@example.com') {
  const message = makeOutgoing({ from: { email: from }, recipients });
  return (await adapter.send(config, message, AbortSignal.timeout(30_000))).outcomes;
}

const capabilities = (pipelining: boolean) => ['AUTH PLAIN', ...(pipelining ? ['PIPELINING'] : [])];
/** RFC 5321, 3.8 and 4.2.1: 421 may come at any time, and the server closes then. */
describe.each([false, true])('a refusal with words is a refusal (pipelining: %s)', (pipelining) => {
  const words = '421 4.7.0 try later';
  const refused = { outcome: 'refused', fault: 'provider', permanent: false, code: '421', reply: words };
  const ways: [string, Step][] = [
    ['and the connection stays open', words],
    ['and it closes', { say: words, ends: 'close' }],
    ['and it closes half', { say: words, ends: 'half-close' }],
    ['and it closes in the middle of the line', { say: words, ends: 'close', cut: true }],
  ];
  const stages = ['greeting', 'ehlo', 'auth', 'mail', 'rcpt', 'data', 'body'] as const;
  const cases = stages.flatMap((stage) => ways.map(([way, step]) => ({ stage, way, step })));

  it.each(cases)('421 at $stage $way', async ({ stage, step }) => {
    const script: SmtpScript = { capabilities: capabilities(pipelining), [stage]: step };
    const { config } = await scripted(script, { username: 'a' }, 'b');
    expect(await sendTo(config)).toMatchObject([refused]);
  });

  it('several lines, of which the last one does not arrive', async () => {
    const say = '554-5.7.1 Your message was rejected\r\n554-5.7.1 because of our policy\r\n';
    const { config } = await scripted({
      capabilities: capabilities(pipelining),
      body: { say, ends: 'close', cut: true },
    });
    expect(await sendTo(config)).toMatchObject([
      {
        outcome: 'refused',
        code: '554',
        reply: expect.stringContaining('554 5.7.1 because of our policy'),
      },
    ]);
  });

  it('half of an acceptance is none: the outcome is unknown', async () => {
    const body = { say: '250-2.0.0 Ok', ends: 'close', cut: true } as const;
    const { config } = await scripted({ capabilities: capabilities(pipelining), body });
    expect(await sendTo(config)).toMatchObject([{ outcome: 'unknown' }]);
  });
});

it('reads the replies that came together with the end of the connection', async () => {
  // MAIL's reply carries those to RCPT and DATA, so that they lie there together when the connection ends.
  const say = '250 2.1.0 Ok\r\n550 5.1.1 No such user\r\n554 5.5.1 No valid recipients';
  const mail = { say, ends: 'close' } as const;
  const { config } = await scripted({ capabilities: capabilities(true), mail });
  expect(await sendTo(config)).toMatchObject([{ fault: 'recipient', code: '550' }]);
});

describe('a connection that was used before', () => {
  const second = (step: Step) => (_said: string, turn: { connection: number; transaction: number }) =>
    turn.connection === 1 && turn.transaction === 2 ? step : undefined;
  const closing = { say: '421 4.3.2 reconnect', ends: 'close' } as const;
  const cases: [string, SmtpScript][] = [
    ['answers 421 to MAIL', { mail: second(closing) }],
    ['answers 421 to MAIL and stays open', { mail: second('421 4.3.2 reconnect') }],
    ['answers 421 to RCPT', { rcpt: second(closing) }],
    ['answers 421 to DATA', { data: second(closing) }],
    ['answers as qmail when it waited too long', { mail: second('451 timeout (#4.4.2)') }],
    ['closes at MAIL', { mail: second('drop') }],
    ['closes at RCPT', { rcpt: second('drop') }],
    ['closes at DATA', { data: second('drop') }],
    ['is silent at MAIL', { mail: second('hang') }],
  ];

  it.each(cases)('%s: what a fresh one says counts', async (_title, script) => {
    const { config, server } = await scripted(script, { ...ONE_CONNECTION, timeoutMs: 1000 });
    expect(await sendTo(config)).toMatchObject([{ outcome: 'accepted' }]);
    expect(await sendTo(config)).toMatchObject([{ outcome: 'accepted', code: '250' }]);
    expect(server.opened()).toBe(2);
    expect(server.mails).toHaveLength(2);
  });

  it('answers 421, and the fresh one refuses: its words are told', async () => {
    const { config, server } = await scripted(
      {
        mail: second(closing),
        rcpt: (_said, { connection }) => (connection === 2 ? '550 5.1.1 No such user' : undefined),
      },
      ONE_CONNECTION,
    );
    await sendTo(config);
    expect(await sendTo(config)).toMatchObject([{ fault: 'recipient', permanent: true, code: '550' }]);
    expect(server.opened()).toBe(2);
  });

  it('answers 421, and so does the fresh one: one more is enough', async () => {
    const mail = (_said: string, { connection, transaction }: { connection: number; transaction: number }) =>
      connection + transaction > 2 ? '421 4.7.0 not now' : undefined;
    const { config, server } = await scripted({ mail }, ONE_CONNECTION);
    await sendTo(config);
    expect(await sendTo(config)).toMatchObject([{ outcome: 'refused', fault: 'provider', code: '421' }]);
    expect(server.opened()).toBe(2);
  });

  it('answers 421 to the message: that is its outcome', async () => {
    const { config, server } = await scripted({ body: second(closing) }, ONE_CONNECTION);
    await sendTo(config);
    expect(await sendTo(config)).toMatchObject([{ outcome: 'refused', fault: 'provider', code: '421' }]);
    expect(server.opened()).toBe(1);
  });

  it('refuses RSET: the next message gets a fresh one', async () => {
    const { config, server } = await scripted(
      {
        rcpt: (address) => (address.startsWith('gone') ? '550 5.1.1 No such user' : undefined),
        rset: closing,
      },
      ONE_CONNECTION,
    );
    await sendTo(config, ['gone@example.com']);
    expect(await sendTo(config)).toMatchObject([{ outcome: 'accepted' }]);
    expect(server.opened()).toBe(2);
  });
});
