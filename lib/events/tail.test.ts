import { beforeAll, describe, expect, it } from 'vitest';
import { type Sql, sql } from '@/lib/database/db';
import { ensurePartitions } from '@/lib/database/partitions';
import { idFloor, newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { BEGINNING } from './cursor';
import { currentCursor, readEvents, selectTail, type TailedEvent } from './tail';

useTestDatabase();

const WEEK_MS = 7 * 86_400_000;

async function write(database: Sql, ids: string[], messageId = newId()): Promise<void> {
  for (const id of ids)
    await database`insert into events (id, message_id, type, at) values (${id}, ${messageId}, 'sent', now())`;
}

/** Reads on until so many came. What runs in other databases of the same server may hold the end up for a moment, so it asks again. */
async function readUntil(count: number, from: string, limit = 100) {
  const events: TailedEvent[] = [];
  let cursor = from;
  for (let look = 0; events.length < count; look++) {
    if (look === 2_000) throw new Error(`only ${events.length} of ${count} came`);
    const page = await readEvents(cursor, limit);
    events.push(...page.events);
    cursor = page.cursor;
  }
  return { ids: events.map(({ id }) => id), cursor };
}

describe('readEvents', () => {
  it('waits for whoever began earlier and commits later', async () => {
    const from = await currentCursor();
    const [early, late, later] = [newId(), newId(), newId()];
    await sql().begin(async (tx) => {
      await write(tx as unknown as Sql, [early]);
      await write(sql(), [late]);
      // Committed, but whoever went on from there would never see the early one.
      expect((await readEvents(from, 10)).events).toEqual([]);
      await write(sql(), [later]);
    });
    const { ids, cursor } = await readUntil(3, from);
    expect(ids).toEqual([early, late, later]);
    expect(await readEvents(cursor, 10)).toEqual({ events: [], cursor });
  });

  it('gives all that many write at once, each once and to everybody in the same order', {
    timeout: 60_000,
  }, async () => {
    const from = await currentCursor();
    const written: string[] = [];
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const writer = async () => {
      for (let round = 0; round < 25; round++) {
        const ids = Array.from({ length: 1 + random(4) }, newId);
        const isRolledBack = random(6) === 0;
        // In several weeks, and with others' transactions beginning and ending between its statements.
        const messageId =
          idFloor(new Date(Date.now() - random(3) * WEEK_MS)).slice(0, 19) + newId().slice(19);
        await sql()
          .begin(async (tx) => {
            for (const id of ids) {
              await write(tx as unknown as Sql, [id], messageId);
              for (let other = random(3); other > 0; other--) await tx`select 1`;
            }
            if (isRolledBack) throw new Error('rolled back');
            written.push(...ids);
          })
          .catch((error: Error) => {
            if (error.message !== 'rolled back') throw error;
          });
      }
    };
    let isOver = false;
    const seen: string[] = [];
    const reader = async () => {
      let cursor = from;
      while (!isOver) {
        const page = await readEvents(cursor, 7);
        seen.push(...page.events.map(({ id }) => id));
        cursor = page.cursor;
      }
      return cursor;
    };
    const reading = reader();
    await Promise.all(Array.from({ length: 6 }, writer));
    isOver = true;
    const cursor = await reading;
    const rest = await readUntil(written.length - seen.length, cursor);
    const all = [...seen, ...rest.ids];
    expect(all).toHaveLength(written.length);
    expect(new Set(all)).toEqual(new Set(written));
    expect((await readUntil(written.length, from, 1000)).ids).toEqual(all);
  });

  it('begins with what was written before transactions were noted', async () => {
    const old = newId();
    await sql()`insert into events (id, message_id, type, at, xid) values (${old}, ${newId()}, 'queued', now(), '0')`;
    const { events } = await readEvents(null, 1);
    expect(events).toMatchObject([
      { id: old, type: 'queued', recipient: null, providerId: null, detail: null },
    ]);
  });

  it.each([
    '',
    'x',
    'MS4y',
    Buffer.from(`1.${newId()}.1`).toString('base64url'),
    Buffer.from(`-1.${newId()}`).toString('base64url'),
  ])('does not take the cursor %j', async (cursor) => {
    await expect(readEvents(cursor, 1)).rejects.toMatchObject({ code: 'validation_failed' });
  });
});

describe('its cost', () => {
  beforeAll(() => ensurePartitions(sql(), 2));

  type Node = {
    'Node Type': string;
    'Index Name'?: string;
    'Index Cond'?: string;
    Filter?: string;
    Plans?: Node[];
  };
  const flatten = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

  it('is one look into the index of each partition, without sorting or passing over rows', async () => {
    const [row] = await sql()`explain (format json) ${selectTail(BEGINNING, 100)}`;
    const nodes = flatten(row!['QUERY PLAN'][0].Plan);
    const scans = nodes.filter(({ 'Node Type': type }) => type.includes('Scan'));
    const [{ partitions }] = (await sql()`
      select count(*)::int as partitions from pg_inherits where inhparent = 'events'::regclass`) as unknown as [
      { partitions: number },
    ];
    expect(scans).toHaveLength(partitions);
    for (const scan of scans) {
      expect(scan).toMatchObject({ 'Node Type': 'Index Scan', 'Index Name': expect.stringContaining('xid') });
      expect(scan['Index Cond']).toMatch(/ROW\(.*xid.*\).*pg_snapshot_xmin/);
      expect(scan.Filter).toBeUndefined();
    }
    expect(nodes.map(({ 'Node Type': type }) => type)).not.toContain('Sort');
  });
});
