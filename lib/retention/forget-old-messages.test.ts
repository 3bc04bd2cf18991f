import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { ensurePartitions, PARTITIONED, weekOf } from '@/lib/database/partitions';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { resendMessage } from '@/lib/messages/resend';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { cleanUp } from './clean-up';
import { forgetOldMessages } from './forget-old-messages';

useTestDatabase();

const DAY_MS = 24 * 60 * 60 * 1000;
const pdf = { filename: 'receipt.pdf', content: Buffer.from('%PDF-1.7 receipt').toString('base64') };
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

beforeAll(async () => {
  await makeProvider();
});
beforeEach(async () => {
  for (const table of PARTITIONED) await sql()`delete from ${sql()(table)}`;
  await sql()`delete from audit_log where action = 'messages.forget'`;
});

/** A message as it would stand there had it been accepted so long ago. */
async function makeOld(days: number, status?: string): Promise<string> {
  const at = daysAgo(days);
  await ensurePartitions(sql(), 0, at);
  const made = await makeMessage({ attachments: [pdf] });
  await deliverMessages(newId(), [made.id]);
  const id = v7({ msecs: at.getTime() });
  for (const table of PARTITIONED) {
    const key = table === 'messages' ? 'id' : 'message_id';
    await sql()`update ${sql()(table)} set ${sql()(key)} = ${id} where ${sql()(key)} = ${made.id}`;
  }
  await sql()`update messages set accepted_at = ${at}, finished_at = ${at} where id = ${id}`;
  if (status) {
    const due = ['scheduled', 'queued', 'retrying'].includes(status) ? new Date() : null;
    // Nobody has it yet.
    await sql()`
      update messages set status = ${status}, due_at = ${due}, recipients = (
        select jsonb_agg(r || '{"status":"waiting"}') from jsonb_array_elements(recipients) r)
      where id = ${id}`;
  }
  return id;
}

async function insertMany(
  count: number,
  at: Date,
  status: string,
  finishedAt: Date | null = null,
): Promise<void> {
  await sql()`
    insert into messages (id, status, priority, category, subject, recipients, recipient_addresses, tags, size_bytes, accepted_by_type, accepted_at, finished_at)
    select overlay(gen_random_uuid()::text placing ${v7({ msecs: at.getTime() }).slice(0, 13)} from 1 for 13)::uuid,
      ${status}, 3, 'transactional', 'kept', '[]', '{}', '{}', 1, 'test', ${at}, ${finishedAt}
    from generate_series(1, ${count})`;
}

/** In how many rows of each table the message is. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const counts = PARTITIONED.map(async (table) => {
    const key = sql()(table === 'messages' ? 'id' : 'message_id');
    const [row] = await sql()`select count(*)::int as count from ${sql()(table)} where ${key} = ${id}`;
    return [table, row!.count];
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function weeksOf(table: string): Promise<string[]> {
  const rows = await sql()`
    select right(relname, 8) as week from pg_inherits join pg_class on oid = inhrelid
    where inhparent = ${table}::regclass and relname !~ '_default$' order by 1`;
  return rows.map(({ week }) => week as string);
}

const NOTHING = Object.fromEntries(PARTITIONED.map((table) => [table, 0]));
const ALL = {
  messages: 1,
  message_bodies: 1,
  message_attachments: 1,
  attempts: 1,
  events: expect.any(Number),
  sandbox_messages: 1,
};

describe('weeks that are over', () => {
  it('are dropped with everything that belongs to their messages', async () => {
    const [old, young] = [await makeOld(60), await makeOld(20)];
    expect(await rowsOf(old)).toEqual(ALL);
    const { weeks, movedMessages } = await forgetOldMessages(30);
    expect(weeks).toContain(weekOf(daysAgo(60)).suffix);
    expect(movedMessages).toBe(0);
    expect(await rowsOf(old)).toEqual(NOTHING);
    expect(await rowsOf(young)).toEqual(ALL);
    for (const table of PARTITIONED)
      expect(await weeksOf(table), table).not.toContain(weekOf(daysAgo(60)).suffix);
    expect(await forgetOldMessages(30)).toMatchObject({ weeks: [], movedMessages: 0 });
    const [audited, ...more] =
      await sql()`select actor_label, after from audit_log where action = 'messages.forget'`;
    expect(audited).toMatchObject({
      actor_label: 'clean-up',
      after: { days: 30, weeks, movedMessages: 0, deletedMessages: 0 },
    });
    expect(more).toEqual([]);
  });

  it('stay while one of their days is young enough', async () => {
    const monday = new Date('2026-03-02T12:00:00Z');
    await ensurePartitions(sql(), 0, monday);
    const week = weekOf(monday).suffix;
    const lastMoment = new Date('2026-03-08T23:59:59Z').getTime();
    const kept = await forgetOldMessages(30, new Date(lastMoment + 30 * DAY_MS));
    expect(kept.weeks).not.toContain(week);
    const gone = await forgetOldMessages(30, new Date(lastMoment + 30 * DAY_MS + 2_000));
    expect(gone.weeks).toContain(week);
  });

  it.each(['scheduled', 'queued', 'retrying', 'parked', 'uncertain'])(
    'give back a message that is %s, whole',
    async (status) => {
      const id = await makeOld(60, status);
      const before = await sql()`select * from messages where id = ${id}`;
      expect(await forgetOldMessages(30)).toMatchObject({ movedMessages: 1 });
      expect(await rowsOf(id)).toEqual(ALL);
      expect([...(await sql()`select * from messages where id = ${id}`)]).toEqual([...before]);
    },
  );

  it('of which a message was kept: it is sent like any other, and forgotten when it has been finished for long', async () => {
    const id = await makeOld(60, 'parked');
    await forgetOldMessages(30);
    await resendMessage(testContext, { id });
    await deliverMessages(newId(), [id]);
    const [row] = await sql()`select status from messages where id = ${id}`;
    expect(row?.status).toBe('sent');
    expect(await forgetOldMessages(30)).toMatchObject({ deletedMessages: 0 });
    const later = new Date(Date.now() + 31 * DAY_MS);
    expect((await forgetOldMessages(30, later)).deletedMessages).toBe(1);
    expect(await rowsOf(id)).toEqual(NOTHING);
  });

  it('stay when very many of their messages are unfinished, and lose the others', async () => {
    const [finished, parked] = [await makeOld(60), await makeOld(60, 'parked')];
    await insertMany(250, daysAgo(60), 'parked');
    const kept = await forgetOldMessages(30);
    expect(kept).toEqual({ weeks: [], movedMessages: 0, deletedMessages: 1 });
    expect([await rowsOf(finished), await rowsOf(parked)]).toEqual([NOTHING, ALL]);
    expect(await weeksOf('messages')).toContain(weekOf(daysAgo(60)).suffix);
    await sql()`update messages set status = 'failed', finished_at = ${daysAgo(31)} where subject = 'kept'`;
    expect(await forgetOldMessages(30)).toMatchObject({
      weeks: [weekOf(daysAgo(60)).suffix],
      movedMessages: 1,
    });
    expect(await rowsOf(parked)).toEqual(ALL);
  });

  it('are left for the next night, unharmed, when the tables are busy all the time', async () => {
    const id = await makeOld(60);
    const busy = await sql().reserve();
    try {
      await busy`begin`;
      await busy`select 1 from events limit 1`;
      expect(await forgetOldMessages(30, new Date(), { tries: 2, pauseMs: 1 })).toMatchObject({ weeks: [] });
      expect(await rowsOf(id)).toEqual(ALL);
    } finally {
      await busy`rollback`;
      busy.release();
    }
    expect((await forgetOldMessages(30)).weeks).toHaveLength(1);
    expect(await rowsOf(id)).toEqual(NOTHING);
  });
});

it('messages kept beyond their week are deleted in chunks once they have finished', async () => {
  await insertMany(2500, daysAgo(400), 'failed', daysAgo(40));
  await sql()`insert into message_bodies (message_id) select id from messages where subject = 'kept'`;
  expect((await forgetOldMessages(30)).deletedMessages).toBe(2500);
  expect(await sql()`select from message_bodies_default`).toHaveLength(0);
});

describe('messages that are sent meanwhile', () => {
  it('are not disturbed', async () => {
    for (const days of [40, 50, 60, 70, 80]) await makeOld(days, 'parked');
    const sends = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 15; n++) {
        const { id } = await makeMessage();
        await deliverMessages(newId(), [id]);
      }
    });
    const [{ weeks }] = await Promise.all([forgetOldMessages(30), ...sends]);
    expect(weeks).toHaveLength(5);
    const rows = await sql()`select status, count(*)::int as count from messages group by 1 order by 1`;
    expect([...rows]).toEqual([
      { status: 'parked', count: 5 },
      { status: 'sent', count: 60 },
    ]);
  });
});

describe('the nightly clean-up', () => {
  it('keeps messages for as long as the settings say, and files for as long as a message has them', async () => {
    await sql()`delete from attachments`;
    const id = await makeOld(60);
    const files = async () => (await sql()`select from attachments`).length;
    await sql()`update attachments set used_at = ${daysAgo(60)}`;
    await updateSettings(testContext, { delivery: { retention: { days: 90 } } });
    await cleanUp();
    expect([await rowsOf(id), await files()]).toEqual([ALL, 1]);
    await updateSettings(testContext, { delivery: { retention: { days: 14 } } });
    await cleanUp();
    expect([await rowsOf(id), await files()]).toEqual([NOTHING, 0]);
  });
});
