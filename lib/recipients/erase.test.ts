import { beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { sql } from '@/lib/database/db';
import { textColumns } from '@/lib/database/replace-text';
import { deliverMessages } from '@/lib/delivery/deliver';
import { eventId } from '@/lib/events/event-id';
import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { addSuppression } from '@/lib/suppressions/add';
import { SuppressionInput } from '@/lib/suppressions/schema';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { plantEverywhere } from '@/lib/testing/plant-everywhere';
import { LOW_BALANCE, makeTemplate } from '@/lib/testing/templates';
import { eraseRecipient } from './erase';
import { StoryQuery } from './schema';
import { getStory } from './story';
import { BY_MESSAGE, STAYS } from './what-stays';

useDatabaseForEachTest();

const ANA = 'ana.perez+notas@clinic.example';
const erase = (address = ANA) => eraseRecipient(testContext, { address });

async function send(to: string | string[] = ANA, input: object = {}) {
  const { id } = await makeMessage({ to, subject: `For ${ANA}`, html: `<p>Dear ${ANA}</p>`, ...input });
  await deliverMessages(newId(), [id]);
  return id;
}

/** Columns in which a row says it, in any table of the system. */
async function placesWith(word: string): Promise<string[]> {
  const places: string[] = [];
  for (const [table, columns] of await textColumns())
    for (const { name } of columns) {
      const rows = await sql().unsafe(
        `select from "${table}" where strpos(lower("${name}"::text), $1) > 0 limit 1`,
        [word.toLowerCase()],
      );
      if (rows.length > 0) places.push(`${table}.${name}`);
    }
  const [row] = await sql()`select exists (
    select from inbound_events where strpos(encode(body, 'escape'), ${word}) > 0) as body, exists (
    select from message_bodies where strpos(words::text, ${word}) > 0) as words`;
  return [
    ...places,
    ...(row!.body ? ['inbound_events.body'] : []),
    ...(row!.words ? ['message_bodies.words'] : []),
  ];
}

beforeEach(async () => {
  await makeProvider();
});

describe('what was known of a person', () => {
  it('is gone from a message of a template, which is rendered of what they were called', async () => {
    const { key } = await makeTemplate();
    const { id } = await makeMessage({
      to: ANA,
      template: key,
      variables: { ...LOW_BALANCE, student_name: 'Zoraida' },
    } as never);
    await deliverMessages(newId(), [id]);
    expect(await placesWith('Zoraida')).toEqual(['message_bodies.template']);
    await erase();
    expect(await placesWith('Zoraida')).toEqual([]);
    expect((await getMessage(testContext, id)).hasHtml).toBe(false);
  });

  it('is gone from every column of the schema', async () => {
    const id = await send();
    await addSuppression(testContext, SuppressionInput.parse({ address: ANA, reason: 'x' }));
    const key = { ...BY_MESSAGE, webhook_deliveries: 'message_id' };
    await plantEverywhere({
      address: ANA,
      id,
      key,
      except: (place) => place !== 'audit_log' && place in STAYS,
    });
    const planted = await placesWith(ANA);
    // What nobody could plant would prove nothing.
    expect(planted.length).toBeGreaterThan(60);
    await erase();
    const left = (await placesWith(ANA)).filter(
      (place) => !(place in STAYS) && !(place.split('.')[0]! in STAYS),
    );
    expect(left).toEqual([]);
    expect((await placesWith(ANA)).filter((place) => place.startsWith('audit_log'))).toEqual([]);
    expect((await verifyAudit()).broken).toBeNull();
  });

  it('is not in content, replies, visits and files of the messages to them', async () => {
    const id = await send(ANA, {
      metadata: { pupil: 'Zoraida' },
      attachments: [{ filename: 'zoraida.pdf', content: Buffer.from('%PDF').toString('base64') }],
      text: 'Zoraida',
    });
    const at = new Date();
    const detail = { agent: 'Zoraida browser', ip: '203.0.113.9' };
    await applyEvents([
      { id: eventId(['open'], at), messageId: id, recipient: ANA, type: 'opened', at, detail },
      {
        id: eventId(['reply'], at),
        messageId: id,
        recipient: ANA,
        type: 'replied',
        at,
        detail: { reply: 'Zoraida thanks' },
      },
    ]);
    await erase();
    expect(await placesWith('zoraida')).toEqual([]);
    expect(await placesWith('203.0.113.9')).toEqual([]);
    expect(await getMessage(testContext, id)).toMatchObject({
      subject: '',
      text: null,
      hasHtml: false,
      attachments: [],
    });
    expect((await getStory(testContext, { ...StoryQuery.parse({}), address: ANA })).headline.code).toBe(
      'never',
    );
    await expect(resendMessage(testContext, { id })).rejects.toMatchObject({
      options: { reason: { code: 'erased' } },
    });
  });
});

describe('what stays', () => {
  it('are the figures, also when they are counted anew', async () => {
    const id = await send();
    const at = new Date();
    await applyEvents([
      { id: eventId(['open'], at), messageId: id, recipient: ANA, type: 'opened', at },
      { id: eventId(['gone'], at), messageId: id, recipient: ANA, type: 'bounced', at },
    ]);
    const figures = async () => [
      await sql()`select * from response_counts order by 1, 2`,
      await sql()`select sum(messages_sent) as sent, sum(attempts_sent) as attempts, sum(messages_failed) as failed from delivery_minutes`,
    ];
    const before = await figures();
    await erase();
    expect(await figures()).toEqual(before);
    await rebuildRollUps(testContext);
    expect(await figures()).toEqual(before);
  });

  it('is the wish not to be written to: a later message to them is not sent', async () => {
    await send();
    await addSuppression(testContext, SuppressionInput.parse({ address: ANA }));
    expect(await erase()).toEqual({ messages: 1, canceled: 0, suppressions: 1 });
    const id = await send();
    expect((await getMessage(testContext, id)).status).toBe('suppressed');
  });

  it('are others: what they were written, and whose address ends or begins like it', async () => {
    const longer = [`x${ANA}`, `${ANA}.py`];
    const others = await Promise.all(longer.map((address) => send(address, { subject: 'Kept' })));
    const both = await send([ANA, 'luis@clinic.example']);
    await erase();
    for (const [n, id] of others.entries())
      expect(await getMessage(testContext, id)).toMatchObject({ to: [longer[n]], subject: 'Kept' });
    expect((await getMessage(testContext, both)).to).toEqual([
      expect.stringMatching(/^deleted-[0-9a-f]{12}@relevo\.invalid$/),
      'luis@clinic.example',
    ]);
  });
});

describe('what comes late', () => {
  it.each(['opened', 'bounced', 'complained', 'delivered'] as const)(
    'does not bring it back: %s',
    async (type) => {
      const id = await send();
      const both = await send([ANA, 'luis@clinic.example']);
      await erase();
      const at = new Date();
      const detail = { reply: `550 ${ANA} unknown`, agent: 'late' };
      const told = [id, both].map((messageId) => ({
        id: eventId([messageId, type], at),
        messageId,
        recipient: ANA,
        type,
        at,
        detail,
      }));
      expect(await applyEvents(told)).toEqual(['erased', 'erased']);
      expect(await placesWith(ANA)).toEqual([]);
      const luis = { id: eventId(['luis'], at), messageId: both, recipient: 'luis@clinic.example', type, at };
      expect(await applyEvents([luis])).toEqual(['noted']);
    },
  );
});

describe('what still waits', () => {
  it('is canceled first', async () => {
    const { id } = await makeMessage({
      to: ANA,
      scheduledAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect(await erase()).toEqual({ messages: 1, canceled: 1, suppressions: 0 });
    expect((await getMessage(testContext, id)).status).toBe('canceled');
  });

  it.each([
    ['erase_others', async () => void (await makeMessage({ to: [ANA, 'luis@clinic.example'] }))],
    [
      'erase_in_hands',
      async () => {
        const { id } = await makeMessage({ to: ANA });
        await sql()`update messages set claimed_until = now() + interval '1 minute' where id = ${id}`;
      },
    ],
  ])('is a reason not to begin: %s', async (code, prepare) => {
    const sent = await send();
    await prepare();
    await expect(erase()).rejects.toMatchObject({ code: 'conflict', options: { reason: { code } } });
    expect((await getMessage(testContext, sent)).subject).toBe(`For ${ANA}`);
  });
});

it('waits for what is being delivered, or says that it cannot', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, async () => (await makeMessage({ to: ANA })).id));
  const [, erased] = await Promise.allSettled([deliverMessages(newId(), ids), erase()]);
  if (erased.status === 'rejected') expect(erased.reason).toMatchObject({ code: 'conflict' });
  await erase();
  expect(await placesWith(ANA)).toEqual([]);
});

it('goes on where it broke off, and finds nothing when it is done', async () => {
  await Promise.all([send(), send()]);
  await erase();
  expect(await erase()).toEqual({ messages: 0, canceled: 0, suppressions: 0 });
  const [row] = await sql()`select count(*)::int as count from erasures where finished_at is not null`;
  expect(row).toEqual({ count: 2 });
});

it('is in the audit without the address', async () => {
  await send();
  await erase();
  const rows =
    await sql()`select action, after->>'person' as person from audit_log where action like 'recipient.%' order by id`;
  expect(rows.map(({ action }) => action)).toEqual(['recipient.erase', 'recipient.erased']);
  expect(rows[0]!.person).toMatch(/^erased:[0-9a-f]{32}$/);
});
