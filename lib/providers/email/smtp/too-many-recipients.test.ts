import { afterAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { ScriptedSmtp, SmtpScript, Step } from '@/lib/testing/scripted-smtp';
import { scripted } from '@/lib/testing/smtp-scenes';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

const ONE_CONNECTION = { pool: { maxConnections: 1 }, timeoutMs: 5000 };

async function sendTo(config: ProviderConfig, recipients: string[]) {
  return (await adapter.send(config, makeOutgoing({ recipients }), AbortSignal.timeout(30_000))).outcomes;
}
const capabilities = (pipelining: boolean) => ['AUTH PLAIN', ...(pipelining ? ['PIPELINING'] : [])];

const count = ({ commands }: ScriptedSmtp, verb: string) =>
  commands.filter((line) => line.startsWith(verb)).length;

/** RFC 5321, 4.5.3.1.10: 452, or 552 of old; the rest goes in another transaction. */
describe('too many recipients for one transaction', () => {
  const FIVE = [1, 2, 3, 4, 5].map((n) => `r${n}@c.example`);

  /** Takes so many in each transaction. */
  function takes(most: number, reply: string): NonNullable<SmtpScript['rcpt']> {
    const taken = new Map<string, number>();
    return (_address, { connection, transaction }) => {
      const key = `${connection} ${transaction}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
      return taken.get(key)! > most ? reply : undefined;
    };
  }

  it.each([
    '452 4.5.3 Too many recipients',
    '452 4.5.3 Error: too many recipients',
    '452 too many recipients',
    '552 Too many recipients',
    '452 4.5.3 Your message has too many recipients. For more information regarding',
    '452 4.5.3 Recipients limit exceeded',
    '550 5.5.3 Too many recipients specified',
  ])('%s: the rest goes in the next one, over the same connection', async (reply) => {
    for (const pipelining of [false, true]) {
      const script = { capabilities: capabilities(pipelining), rcpt: takes(2, reply) };
      const { config, server } = await scripted(script, ONE_CONNECTION);
      expect(await sendTo(config, FIVE)).toMatchObject(
        FIVE.map((address) => ({ address, outcome: 'accepted' })),
      );
      expect(server.mails.map(({ to }) => to)).toEqual([FIVE.slice(0, 2), FIVE.slice(2, 4), FIVE.slice(4)]);
      expect(server.opened()).toBe(1);
    }
  });

  it('stops when a transaction takes nobody', async () => {
    const full = '452 4.5.3 Too many recipients';
    const rcpt = (address: string) => (address > 'r2' ? full : undefined);
    const { config, server } = await scripted({ rcpt }, ONE_CONNECTION);
    const outcomes = await sendTo(config, FIVE);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'accepted',
      ...Array.from({ length: 4 }, () => 'refused'),
    ]);
    expect(outcomes[1]).toMatchObject({ permanent: false, code: '452', reply: full });
    expect(count(server, 'MAIL')).toBe(2);
  });

  it('does not ask again at once where the number in a time is meant', async () => {
    // https://www.postfix.org/postconf.5.html#smtpd_client_recipient_rate_limit
    const rcpt = (address: string) =>
      address > 'r3' ? '450 4.7.1 Error: too many recipients from 192.0.2.1' : undefined;
    const { config, server } = await scripted({ rcpt }, ONE_CONNECTION);
    const outcomes = await sendTo(config, FIVE);
    expect(outcomes.map(({ code }) => code)).toEqual(['250', '250', '450', '450', '450']);
    expect(count(server, 'MAIL')).toBe(1);
  });

  it('lets those left over share a refusal of the message, not an unknown outcome', async () => {
    const rcpt = () => takes(3, '452 4.5.3 Too many recipients');
    const refusing = await scripted({ rcpt: rcpt(), body: '554 5.7.1 Policy' }, ONE_CONNECTION);
    expect((await sendTo(refusing.config, FIVE)).map(({ code }) => code)).toEqual(FIVE.map(() => '554'));
    const unsure = await scripted({ rcpt: rcpt(), body: 'drop' }, ONE_CONNECTION);
    expect((await sendTo(unsure.config, FIVE)).map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'refused',
      'refused',
    ]);
  });

  it('goes on over a fresh connection when the server closes this one', async () => {
    const mail = (_said: string, { transaction }: { transaction: number }): Step | undefined =>
      transaction > 1 ? { say: '421 4.7.0 One message per connection', ends: 'close' } : undefined;
    const { config, server } = await scripted(
      { mail, rcpt: takes(3, '452 4.5.3 Too many recipients') },
      ONE_CONNECTION,
    );
    expect((await sendTo(config, FIVE)).map(({ outcome }) => outcome)).toEqual(FIVE.map(() => 'accepted'));
    expect(server.opened()).toBe(2);
  });
});
