import { createHash, randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { closeAdapters } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer } from '@/lib/testing/smtp-server';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();
afterEach(closeAdapters);

const worker = newId();
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

function makeSmtp(port: number, settings: object = {}, password?: string) {
  return makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none', timeoutMs: 1000, ...settings },
    secrets: password ? { password } : {},
  });
}

async function deliver(input: Parameters<typeof makeMessage>[0]) {
  const { id } = await makeMessage(input);
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

async function deliverAgain(id: string) {
  await sql()`update messages set due_at = now() where id = ${id}`;
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

describe('over SMTP', () => {
  it("a PDF arrives byte for byte, and the message tells the server's reply and the time it took", async () => {
    const login = { username: 'clinic', password: 'correct horse' };
    const server = await startMailServer({ login });
    const provider = await makeSmtp(server.port, { username: 'clinic', timeoutMs: 10_000 }, login.password);
    const pdf = randomBytes(200_000);
    const attachments = [
      { filename: 'recibo.pdf', contentType: 'application/pdf', content: pdf.toString('base64') },
    ];
    const message = await deliver({ providers: [provider.id], attachments, bcc: 'blind@example.com' });
    expect(message).toMatchObject({ status: 'sent', provider: provider.name });
    expect(message.attempts[0]).toMatchObject({ provider: provider.name, durationMs: expect.any(Number) });
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({
      outcome: 'accepted',
      code: '250',
      reply: '250 2.0.0 Ok: queued as TEST1',
    });
    expect(server.mails).toHaveLength(1);
    const [{ to, raw }] = server.mails as [(typeof server.mails)[0]];
    expect(to).toEqual(['ana@example.com', 'blind@example.com']);
    expect(sha256((await simpleParser(raw)).attachments[0]!.content)).toBe(sha256(pdf));
  });

  it('nothing is lost when the provider cannot be reached: the reason is kept', async () => {
    const provider = await makeSmtp(1);
    const message = await deliver({ providers: [provider.id] });
    expect(message).toMatchObject({ status: 'retrying', reason: 'all_failed' });
    expect(message.attempts[0]!.outcomes).toMatchObject([{ outcome: 'refused', code: 'ECONNREFUSED' }]);
    expect(message.dueAt).not.toBeNull();
  });

  it.each([
    ['accepted', { body: '250 2.0.0 queued \0as 1' }, 'sent'],
    ['refused', { rcpt: `550 5.1.1 ${'x'.repeat(989)}🦤` }, 'bounced'],
  ])(
    'what the database cannot keep of a reply is no reason to send again: %s',
    async (_title, script, status) => {
      const server = await startScriptedSmtp(script);
      const provider = await makeSmtp(server.port, { transcript: true });
      const message = await deliver({ providers: [provider.id] });
      expect(message.status).toBe(status);
      expect(message.attempts).toHaveLength(1);
    },
  );

  it('a password that the server repeats is not kept', async () => {
    const server = await startScriptedSmtp({ auth: '535 5.7.8 No such password: hunter2-canary' });
    const settings = { username: 'clinic', transcript: true };
    const provider = await makeSmtp(server.port, settings, 'hunter2-canary');
    const message = await deliver({ providers: [provider.id] });
    expect(message.attempts[0]!.outcomes[0]).toMatchObject({ outcome: 'refused', code: '535' });
    expect(message.attempts[0]!.transcript).toContain('S: 535');
    expect(JSON.stringify(message)).not.toContain('hunter2');
  });

  it('a broken provider gives way to the next, which sends one copy', async () => {
    const [broken, good] = [await startScriptedSmtp({ mail: '421 4.3.2 Closing' }), await startMailServer()];
    const [first, second] = [await makeSmtp(broken.port), await makeSmtp(good.port)];
    const message = await deliver({ providers: [first.id, second.id] });
    expect(message).toMatchObject({ status: 'sent', provider: second.name });
    expect(message.attempts.map(({ provider }) => provider)).toEqual([first.name, second.name]);
    expect(good.mails).toHaveLength(1);
    expect(broken.mails).toHaveLength(0);
  });

  it('a connection lost after the body is repeated by the same provider alone, under the same Message-ID', async () => {
    const [unsure, other] = [await startScriptedSmtp({ body: 'drop' }), await startMailServer()];
    const [first, second] = [await makeSmtp(unsure.port), await makeSmtp(other.port)];
    const message = await deliver({ providers: [first.id, second.id] });
    expect(message).toMatchObject({ status: 'retrying', reason: 'uncertain' });
    const again = await deliverAgain(message.id);
    expect(again.attempts.map(({ provider }) => provider)).toEqual([first.name, first.name]);
    expect(other.mails).toHaveLength(0);
    const ids = await Promise.all(unsure.mails.map(async ({ raw }) => (await simpleParser(raw)).messageId));
    expect(ids).toEqual([`<${message.id}@example.com>`, `<${message.id}@example.com>`]);
  });

  it('a retry goes only to the recipient who was put off', async () => {
    const replies = ['450 4.2.0 Greylisted, try again in 60 seconds', '250 2.1.5 Ok'];
    const server = await startScriptedSmtp({
      rcpt: (address) => (address === 'later@example.com' ? replies.shift()! : '250 2.1.5 Ok'),
    });
    const provider = await makeSmtp(server.port);
    const message = await deliver({ providers: [provider.id], to: ['ana@example.com', 'later@example.com'] });
    expect(message.recipients.map(({ status }) => status)).toEqual(['accepted', 'waiting']);
    expect(await deliverAgain(message.id)).toMatchObject({ status: 'sent', reason: null });
    expect(server.mails.map(({ to }) => to)).toEqual([['ana@example.com'], ['later@example.com']]);
  });

  it('many messages share few connections', async () => {
    const server = await startMailServer();
    const provider = await makeSmtp(server.port, { timeoutMs: 10_000, pool: { maxConnections: 2 } });
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, n) => makeMessage({ providers: [provider.id], subject: `n ${n}` })),
    );
    await deliverMessages(
      worker,
      made.map(({ id }) => id),
    );
    const [row] = await sql()`
      select count(*)::int as sent from messages where id = any(${made.map(({ id }) => id)}) and status = 'sent'`;
    expect(row?.sent).toBe(60);
    expect(server.mails).toHaveLength(60);
    expect(server.opened()).toBeLessThanOrEqual(2);
  });
});
