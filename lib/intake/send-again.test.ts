import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { listMessages } from '@/lib/messages/list';
import { resendMessage } from '@/lib/messages/resend';
import { MessageFilter } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { sendAgain } from './send-again';

useTestDatabase();
useOneTry();
beforeAll(() => makeProvider({ name: 'Main' }));

const worker = newId();
const MALO = 'bounce@sandbox.test';
const correct = { [MALO]: 'bueno@example.com' };

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

/** Sent to some, refused for one. */
async function makePartly(): Promise<string> {
  const { id } = await makeMessage({
    to: ['ana@example.com', MALO],
    cc: 'luis@example.com',
    tags: ['bill'],
    attachments: [{ filename: 'bill.txt', content: 'QUJD' }],
  });
  expect((await deliver(id)).summary).toBe(`Sent to 2 of 3; ${MALO} refused`);
  return id;
}

const countMessages = async () => (await sql()`select count(*)::int as n from messages`)[0]!.n as number;

describe('to a corrected address', () => {
  it('goes to that one and to nobody else, with the same content', async () => {
    const id = await makePartly();
    const made = await sendAgain(testContext, { id, correct });
    expect(made).toEqual({ id: expect.any(String), status: 'queued', follows: id });
    const message = await deliver(made.id);
    expect(message).toMatchObject({
      status: 'sent',
      subject: 'Receipt 13',
      text: 'Thank you.',
      tags: ['bill'],
      follows: id,
      recipients: [{ kind: 'to', address: 'bueno@example.com', status: 'accepted' }],
      attachments: [{ filename: 'bill.txt', sizeBytes: 3 }],
    });
    expect(message.attempts[0]!.outcomes.map(({ address }) => address)).toEqual(['bueno@example.com']);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('is told on both, with who did it', async () => {
    const id = await makePartly();
    const made = await sendAgain(testContext, { id, correct });
    const [original, follower] = [await getMessage(testContext, id), await getMessage(testContext, made.id)];
    expect(original.events.at(-1)).toMatchObject({
      type: 'followed',
      detail: { by: 'test', message: made.id, correct },
    });
    expect(follower.events[0]).toMatchObject({
      type: 'queued',
      detail: { by: 'test', follows: id, correct },
    });
    expect(original.recipients[1]).toMatchObject({
      address: MALO,
      status: 'bounced',
      corrected: { address: 'bueno@example.com', messageId: made.id },
    });
    expect(original.summary).toBe(`Sent to 2 of 3; ${MALO} refused`);
  });

  it('is found by its own address, and not by the one that was wrong', async () => {
    const made = await sendAgain(testContext, {
      id: await makePartly(),
      correct: { [MALO]: 'zorzal@example.com' },
    });
    const found = async (q: string) =>
      (await listMessages(testContext, MessageFilter.parse({ q, limit: 100 }))).data.map(({ id }) => id);
    expect(await found('zorzal@example.com')).toEqual([made.id]);
    expect(await found(MALO)).not.toContain(made.id);
  });

  it('is one message, however often and by whomever it is asked for', async () => {
    const id = await makePartly();
    const before = await countMessages();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sendAgain(testContext, { id, correct })),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await countMessages()).toBe(before + 1);
    const other = sendAgain(testContext, { id, correct: { [MALO]: 'other@example.com' } });
    await expect(other).rejects.toMatchObject({ code: 'not_resendable' });
  });

  it('is not asked once more when the rest is sent again', async () => {
    const id = await makePartly();
    await sendAgain(testContext, { id, correct });
    await expect(resendMessage(testContext, { id })).rejects.toMatchObject({ code: 'not_resendable' });
  });

  it.each([
    ['ana@example.com', 'bueno@example.com', 'not_refused'],
    ['nobody@example.com', 'bueno@example.com', 'not_refused'],
    [MALO, 'ANA@example.com', 'already_recipient'],
    [MALO, 'no address', 'email'],
  ])('refuses %s to %s: %s', async (from, to, code) => {
    const refused = sendAgain(testContext, { id: await makePartly(), correct: { [from]: to } });
    await expect(refused).rejects.toMatchObject({
      code: 'validation_failed',
      options: { errors: [{ path: `correct.${from}`, code }] },
    });
  });

  it('is within all that holds for messages of its token', async () => {
    const id = await makePartly();
    const as = (bounds: object) => {
      const actor = {
        type: 'token',
        id: newId(),
        label: 'desk',
        scopes: ['messages:write', 'messages:send'],
        ...bounds,
      };
      return sendAgain({ ...testContext, actor: actor as Context['actor'] }, { id, correct });
    };
    for (const bounds of [
      { scopes: ['messages:write'] },
      { fromDomains: ['other.example'] },
      { providerIds: [newId()] },
    ])
      await expect(as(bounds)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await as({})).toMatchObject({ follows: id });
  });

  it.each([newId(), 'x'])('does not find %s', async (id) => {
    await expect(sendAgain(testContext, { id, correct })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('to all once more', () => {
  it('is a message of its own, and the first stays as it was', async () => {
    const { id } = await makeMessage({ to: ['ana@example.com', 'luis@example.com'] });
    const first = await deliver(id);
    const made = await sendAgain(testContext, { id, again: true });
    expect(await deliver(made.id)).toMatchObject({ status: 'sent', follows: id, to: first.to });
    expect(await getMessage(testContext, id)).toMatchObject({ status: 'sent', attempts: first.attempts });
  });

  it('leaves out who was refused', async () => {
    const made = await sendAgain(testContext, { id: await makePartly(), again: true });
    expect((await getMessage(testContext, made.id)).recipients).toMatchObject([
      { address: 'ana@example.com', kind: 'to' },
      { address: 'luis@example.com', kind: 'cc' },
    ]);
  });

  it('is one for one key, and another for another', async () => {
    const { id } = await makeMessage();
    await deliver(id);
    const again = (key: string) => sendAgain(testContext, { id, again: true }, key);
    const answers = await Promise.all([again('one'), again('one'), again('one')]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect((await again('two')).id).not.toBe(answers[0]!.id);
    expect(await findViolations(sql())).toEqual([]);
  });

  it('takes no key for what was not stored', async () => {
    const { id } = await makeMessage();
    await expect(sendAgain(testContext, { id, again: true }, 'early')).rejects.toMatchObject({
      code: 'not_resendable',
    });
    await deliver(id);
    expect(await sendAgain(testContext, { id, again: true }, 'early')).toMatchObject({ follows: id });
  });
});

describe('to those who did not get it', () => {
  it('is the same message, also where others have it', async () => {
    const id = await makePartly();
    expect(await sendAgain(testContext, { id })).toEqual({ id, status: 'queued' });
    const message = await deliver(id);
    expect(message.attempts[1]!.outcomes.map(({ address }) => address)).toEqual([MALO]);
    expect(message.summary).toBe(`Sent to 2 of 3; ${MALO} refused`);
    expect(await findViolations(sql())).toEqual([]);
  });
});
