import { afterAll, describe, expect, it } from 'vitest';
import { sleep } from '@/lib/async/abort';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { makeOutgoing } from '@/lib/testing/outgoing';
import type { ScriptedSmtp, SmtpScript } from '@/lib/testing/scripted-smtp';
import { scripted } from '@/lib/testing/smtp-scenes';
import { createConnection, openConnection, type SmtpConfig } from './connection';
import { limitsOf } from './limits';
import { smtp } from './smtp';
import { transact } from './transaction';

const adapter = smtp as unknown as Adapter;
afterAll(() => adapter.close());

const ONE_CONNECTION = { pool: { maxConnections: 1 }, timeoutMs: 5000 };

async function sendTo(config: ProviderConfig, recipients = ['ana@example.com'], from = 'clinic@example.com') {
  const message = makeOutgoing({ from: { email: from }, recipients });
  return (await adapter.send(config, message, AbortSignal.timeout(30_000))).outcomes;
}

const count = ({ commands }: ScriptedSmtp, verb: string) =>
  commands.filter((line) => line.startsWith(verb)).length;

describe('what the server announced that it does not take', () => {
  const cannotCarry = { outcome: 'refused', fault: 'cannot_carry', permanent: true };

  it('a message larger than SIZE says (RFC 1870): nothing is asked, the connection stays', async () => {
    const { config, server } = await scripted({ capabilities: ['SIZE 20000'] }, ONE_CONNECTION);
    const big = makeOutgoing({ text: 'x'.repeat(30_000) });
    for (let n = 0; n < 5; n++)
      expect((await adapter.send(config, big, AbortSignal.timeout(5000))).outcomes).toMatchObject([
        cannotCarry,
      ]);
    expect(await sendTo(config)).toMatchObject([{ outcome: 'accepted' }]);
    expect([server.opened(), count(server, 'MAIL'), count(server, 'RSET')]).toEqual([1, 1, 0]);
    expect(server.commands).toContainEqual(
      expect.stringMatching(/^MAIL FROM:<clinic@example.com> SIZE=\d+$/),
    );
  });

  it('SIZE 0 or SIZE alone: there is no such limit', async () => {
    for (const size of ['SIZE 0', 'SIZE']) {
      const { config } = await scripted({ capabilities: [size] }, ONE_CONNECTION);
      expect(await sendTo(config)).toMatchObject([{ outcome: 'accepted' }]);
    }
  });

  it('letters before the @, without SMTPUTF8 (RFC 6531): the others get it', async () => {
    const { config, server } = await scripted({}, ONE_CONNECTION);
    const outcomes = await sendTo(config, ['josé@cliente.example', 'ana@ñandú.example', 'ben@example.com']);
    expect(outcomes).toMatchObject([cannotCarry, { outcome: 'accepted' }, { outcome: 'accepted' }]);
    expect(server.mails[0]!.to).toEqual(['ana@xn--and-6ma2c.example', 'ben@example.com']);
    expect(await sendTo(config, ['ana@example.com'], 'caña@example.com')).toMatchObject([cannotCarry]);
    expect(server.mails).toHaveLength(1);
  });

  it('letters before the @, with SMTPUTF8: goes', async () => {
    const { config, server } = await scripted({ capabilities: ['SMTPUTF8'] }, ONE_CONNECTION);
    expect(await sendTo(config, ['josé@cliente.example'])).toMatchObject([{ outcome: 'accepted' }]);
    expect(server.commands).toContain('MAIL FROM:<clinic@example.com> SMTPUTF8');
  });
});

it('sends one empty message to nobody where DATA went along with refused recipients', async () => {
  const { config, server } = await scripted(
    { capabilities: ['PIPELINING'], rcpt: '550 5.1.1 No such user' },
    ONE_CONNECTION,
  );
  expect(await sendTo(config)).toMatchObject([{ fault: 'recipient', code: '550' }]);
  expect(server.mails).toMatchObject([{ to: [], raw: Buffer.alloc(0) }]);
});

it('waits shorter for the first reply over a connection that was idle, and only for that one', async () => {
  const limits = { ...limitsOf({ timeoutMs: 60_000 }), firstReplyMs: () => 50 };
  const over = async (script: SmtpScript, idleMs: number | null) => {
    const own = (await scripted(script)).config as unknown as SmtpConfig;
    const connection = createConnection(own, 5000);
    await openConnection(connection, own);
    const envelope = { from: 'clinic@example.com', to: ['ana@example.com'] };
    return transact(connection, envelope, Buffer.from('a: b\r\n\r\nc'), limits, idleMs);
  };
  expect(await over({ mail: 'hang' }, 10_000)).toMatchObject({
    failure: { code: 'ETIMEDOUT' },
    answered: false,
    endSent: false,
  });
  const slow = () => sleep(200).then(() => '250 2.1.0 Ok');
  expect((await over({ mail: slow }, null)).reply).toMatch(/^250/);
  expect((await over({ rcpt: slow }, 10_000)).reply).toMatch(/^250/);
});
