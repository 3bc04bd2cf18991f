import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import type { MessageInput } from '@/lib/messages/schema';
import { addSuppression } from '@/lib/suppressions/add';
import { SuppressionInput } from '@/lib/suppressions/schema';
import { useTestDatabase } from '@/lib/testing/database';
import {
  closeBreakers,
  makeCompany,
  makeMessage,
  makeProvider,
  testContext,
  useOneTry,
} from '@/lib/testing/factories';
import { findRecipients } from './find';
import { StoryQuery, type StoryView } from './schema';
import { getStory } from './story';

useTestDatabase();
useOneTry();

let count = 0;
const someone = (word = 'ana') => `${word}+${++count}@sandbox.test`;
const spanish: Context = { ...testContext, locale: 'es' };
const story = (address: string, query: Record<string, string> = {}, ctx: Context = testContext) =>
  getStory(ctx, { ...StoryQuery.parse(query), address });

async function send(to: string | string[], input: Partial<z.input<typeof MessageInput>> = {}) {
  const { id } = await makeMessage({ to, ...input });
  await deliverMessages(newId(), [id]);
  return id;
}

/** What its provider told of it since. */
async function tell(messageId: string, providerId: string, recipient: string, type: ToldType) {
  await applyEvents([{ id: newId(), messageId, providerId, recipient, type, at: new Date() }]);
}

beforeEach(async () => {
  await closeBreakers();
});

/** The day of now and here, so that nothing moves around midnight. */
const words = ({ sentence }: StoryView) => sentence.replace(/\b(yesterday|ayer)\b/, 'today');

describe('six planted stories, in both languages', () => {
  it('a mailbox is full, and three messages wait', async () => {
    const main = await makeProvider();
    const ana = someone('ok');
    for (let n = 0; n < 3; n++) await makeMessage({ to: ana, providers: [main.id] });
    const rows = await sql()<{ id: string }[]>`
      update messages set status = 'retrying', reason = 'deferred', due_at = now() + interval '2 hours'
      where recipient_addresses = ${[ana]} returning id`;
    for (const { id } of rows)
      await sql()`insert into events (id, message_id, type, at, recipient, provider_id, detail)
        values (${newId()}, ${id}, 'deferred', now() - interval '3 days', ${ana}, ${main.id},
          ${sql().json({ code: '452', reply: '452 4.2.2 The email account that you tried to reach is over quota.' })})`;
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
      Date.now() - 3 * 86_400_000,
    );
    const told = await story(ana);
    expect(told.sentence).toBe(`The mailbox has been full since ${weekday}; 3 messages wait.`);
    expect(told.advice).toMatch(
      /^Only they can make room: tell them by another way\. Next try: t\w+ at \d\d:\d\d\.$/,
    );
    expect(told.headline).toMatchObject({ actor: 'recipient', next: 'waiting' });
    const dia = new Intl.DateTimeFormat('es', { weekday: 'long', timeZone: 'UTC' }).format(
      Date.now() - 3 * 86_400_000,
    );
    expect((await story(ana, {}, spanish)).sentence).toBe(
      `El buzón está lleno desde el ${dia}; 3 mensajes esperan.`,
    );
  });

  it('on the list, as they asked', async () => {
    const ana = someone();
    await addSuppression(testContext, SuppressionInput.parse({ address: ana, reason: 'Asked us by phone' }));
    expect(words(await story(ana))).toBe(
      'Somebody put it on the list of suppressions (“Asked us by phone”): nothing is sent since today.',
    );
    expect((await story(ana, {}, spanish)).sentence).toContain(
      'Alguien la puso en la lista de supresiones («Asked us by phone»): no se le envía nada desde',
    );
  });

  it('there is no such address', async () => {
    await makeProvider();
    const ana = 'bounce@sandbox.test';
    await send(ana);
    const told = await story(ana);
    expect(words(told)).toBe(
      'The address was refused for good: there is nobody with it. 1 message did not arrive; last: today.',
    );
    expect(told.headline).toMatchObject({ actor: 'you', next: 'message' });
    expect(told.messages).toMatchObject({ count: 1, missed: 1, arrived: 0, waiting: 0 });
    expect((await story(ana, {}, spanish)).sentence).toMatch(
      /^La dirección fue rechazada en definitiva: nadie la tiene\. 1 mensaje no llegó; último: (hoy|ayer)\.$/,
    );
  });

  it('our provider is down: our fault, not theirs', async () => {
    const down = await makeProvider();
    const ana = 'down@sandbox.test';
    await send(ana, { providers: [down.id] });
    const told = await story(ana);
    expect(words(told)).toBe(
      '1 message waits for a provider of ours since today: it is our fault, not theirs.',
    );
    expect(told.headline).toMatchObject({ actor: 'administrator', next: 'providers' });
    expect((await story(ana, {}, spanish)).sentence).toMatch(
      /^1 mensaje espera desde (hoy|ayer) a un proveedor nuestro: la falla es nuestra, no del destinatario\.$/,
    );
  });

  it('all arrived', async () => {
    const main = await makeProvider();
    const ana = someone();
    for (let n = 0; n < 2; n++) await tell(await send(ana), main.id, ana, 'delivered');
    expect(words(await story(ana))).toBe('All 2 messages arrived; last: today.');
    expect((await story(ana, {}, spanish)).sentence).toMatch(
      /^Llegaron los 2 mensajes; último: (hoy|ayer)\.$/,
    );
  });

  it('nobody ever wrote to it', async () => {
    const told = await story('Nobody@Example.com');
    expect(told.sentence).toBe('No message to nobody@example.com is kept, and it is on no list.');
    expect(told).toMatchObject({ data: [], nextCursor: null, messages: { count: 0 } });
    expect((await story('nobody@example.com', {}, spanish)).sentence).toBe(
      'No se conserva ningún mensaje para nobody@example.com y no está en ninguna lista.',
    );
  });
});

describe('the timeline', () => {
  it('has all events of all messages, the newest first, each once, however it is paged', async () => {
    const main = await makeProvider();
    const [ana, luis] = [someone(), someone('luis')];
    const ids = [await send([ana, luis]), await send(ana), await send(ana), await send(luis)];
    await tell(ids[0]!, main.id, ana, 'delivered');
    await tell(ids[0]!, main.id, luis, 'delivered');
    const mine = await sql()<{ id: string }[]>`
      select id from events where message_id = any(${ids.slice(0, 3)}::uuid[]) and (recipient is null or recipient = ${ana})`;
    for (const limit of ['1', '3', '100']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: StoryView = await story(ana, { limit, ...(cursor && { cursor }) });
        seen.push(...page.data.map(({ id }) => id));
        expect(page.data.length).toBeLessThanOrEqual(Number(limit));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(seen.toSorted().toReversed());
      expect(new Set(seen)).toEqual(new Set(mine.map(({ id }) => id)));
      expect(seen).toHaveLength(mine.length);
    }
  });

  it('of a company tells nothing of another one’s', async () => {
    await makeProvider();
    const [a, b] = [await makeCompany(), await makeCompany()];
    const ana = someone();
    await send(ana, { company: a.id, subject: 'Of the first' });
    await send(ana, { company: b.id, subject: 'Of the second' });
    await addSuppression(
      testContext,
      SuppressionInput.parse({ address: ana, company: b.id, reason: 'Secret' }),
    );
    const told = await story(ana, {}, { ...testContext, companyId: a.id });
    expect(new Set(told.data.map(({ subject }) => subject))).toEqual(new Set(['Of the first']));
    expect(told.messages.count).toBe(1);
    expect(JSON.stringify(told)).not.toMatch(/Of the second|Secret/);
    const found = await findRecipients({ ...testContext, companyId: a.id }, { q: ana });
    expect(found.data).toMatchObject([
      { address: ana, suppressed: false, message: { subject: 'Of the first' } },
    ]);
  });

  it('of a company says that a suppression of all stops it, and nothing of where that came from', async () => {
    const { id } = await makeCompany();
    const ana = someone();
    await addSuppression(
      testContext,
      SuppressionInput.parse({ address: ana, reason: 'A patient of the clinic' }),
    );
    const actor = { type: 'token' as const, id: newId(), label: 'garage', scopes: ['messages:read'] };
    const told = await story(ana, {}, { ...testContext, actor, companyId: id });
    expect(told.suppressions).toMatchObject([
      { cause: 'manual', shared: true, liftable: false, reason: null, addedBy: null },
    ]);
    expect(JSON.stringify(told)).not.toContain('patient');
  });
});
