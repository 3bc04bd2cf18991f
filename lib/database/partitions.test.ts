import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { sql } from './db';
import { ensurePartitions, weekOf } from './partitions';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const idAt = (time: string | number) => v7({ msecs: new Date(time).getTime() });

async function listPartitions(table: string): Promise<string[]> {
  const rows = await sql()<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = ${table}::regclass order by 1`;
  return rows.map(({ name }) => name);
}

describe('weekOf', () => {
  it.each([
    ['2026-11-16T00:00:00.000Z', '20261116'],
    ['2026-11-22T23:59:59.999Z', '20261116'],
    ['2026-11-23T00:00:00.000Z', '20261123'],
    ['2026-12-31T12:00:00.000Z', '20261228'],
    ['2027-01-01T12:00:00.000Z', '20261228'],
    ['1970-01-05T00:00:00.000Z', '19700105'],
  ])('%s is in the week from Monday %s', (time, suffix) => {
    expect(weekOf(new Date(time)).suffix).toBe(suffix);
  });

  it('ids of the first and the last millisecond lie in it, their neighbours do not', () => {
    const start = Date.parse('2026-11-16T00:00:00Z');
    const { from, to } = weekOf(new Date(start));
    const inside = (id: string) => id >= from && id < to;
    for (let n = 0; n < 50; n++) {
      expect(inside(idAt(start))).toBe(true);
      expect(inside(idAt(start + WEEK_MS - 1))).toBe(true);
      expect(inside(idAt(start - 1))).toBe(false);
      expect(inside(idAt(start + WEEK_MS))).toBe(false);
    }
  });

  it('weeks have no gap and no overlap', () => {
    for (let week = 0; week < 200; week++) {
      const time = Date.parse('2025-01-01T00:00:00Z') + week * WEEK_MS;
      expect(weekOf(new Date(time)).to).toBe(weekOf(new Date(time + WEEK_MS)).from);
    }
  });
});

describe('ensurePartitions', () => {
  useDatabaseForEachTest();
  beforeEach(() => makeProvider());

  it('may run again, and by many at once', async () => {
    const before = await listPartitions('messages');
    await ensurePartitions(sql());
    expect(await listPartitions('messages')).toEqual(before);
    const later = new Date(Date.now() + 30 * WEEK_MS);
    await Promise.all([1, 2, 3].map(() => ensurePartitions(sql(), 1, later)));
    expect(await listPartitions('messages')).toHaveLength(before.length + 2);
  });

  it('gives every table that goes with messages the same weeks', async () => {
    const tables = ['message_bodies', 'message_attachments', 'attempts', 'events', 'sandbox_messages'];
    const weeks = async (table: string) =>
      (await listPartitions(table)).map((name) => name.slice(table.length));
    const expected = await weeks('messages');
    expect(expected).toContain(`_${weekOf(new Date()).suffix}`);
    for (const table of tables) expect(await weeks(table), table).toEqual(expected);
  });

  it('does not fail because a clock ran ahead and its messages lie in the default partition', async () => {
    const ahead = new Date(Date.now() + 60 * WEEK_MS);
    const { id } = await makeMessage();
    await sql()`update messages set id = ${idAt(ahead.getTime())} where id = ${id}`;
    await ensurePartitions(sql(), 1, ahead);
    expect(await listPartitions('messages')).not.toContain(`messages_${weekOf(ahead).suffix}`);
    expect(await listPartitions('events')).toContain(`events_${weekOf(ahead).suffix}`);
    expect(await listPartitions('messages')).toContain(
      `messages_${weekOf(new Date(ahead.getTime() + WEEK_MS)).suffix}`,
    );
  });

  it('leaves no message of these weeks to the default partition', async () => {
    const { id } = await makeMessage();
    const week = weekOf(new Date()).suffix;
    for (const [table, column] of [
      ['messages', 'id'],
      ['message_bodies', 'message_id'],
      ['events', 'message_id'],
    ] as const) {
      const [row] = await sql()`
        select tableoid::regclass::text as partition from ${sql()(table)} where ${sql()(column)} = ${id}`;
      expect(row?.partition).toBe(`${table}_${week}`);
    }
  });
});
