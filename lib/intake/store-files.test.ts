import { randomBytes } from 'node:crypto';
import { sql as raw } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sha256 } from '@/lib/crypto/compare';
import { db, sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { acceptBatch } from './batch';
import { forgetOldIntake } from './forget-old';
import { storeFiles } from './store-files';

useTestDatabase();

const pdf = { filename: 'receipt.pdf', content: Buffer.from('%PDF-1.7 the same').toString('base64') };
const fileOf = (content: Buffer) => ({ sha256: sha256(content), content });

beforeAll(async () => {
  await makeProvider();
  await sql().unsafe(`
    create table file_writes (at timestamptz default clock_timestamp());
    create function note_write() returns trigger language plpgsql as
      'begin insert into file_writes default values; return new; end';
    create trigger note_write after insert or update on attachments for each row execute function note_write()`);
});
beforeEach(async () => {
  await sql()`delete from attachments`;
  await sql()`delete from message_attachments`;
  await sql()`delete from file_writes`;
});

async function acceptThousand(): Promise<void> {
  const message = { to: 'ana@example.com', subject: 'Receipt', text: 'x', attachments: [pdf] };
  const batches = Array.from({ length: 4 }, () =>
    acceptBatch(testContext, { messages: Array(250).fill(message) }),
  );
  for (const { results } of await Promise.all(batches))
    expect(results.filter((result) => 'error' in result)).toEqual([]);
}

async function count(table: string): Promise<number> {
  const [row] = await sql()`select count(*)::int as count from ${sql()(table)}`;
  return row!.count;
}

const age = (hours: number) =>
  sql()`update attachments set used_at = now() - make_interval(hours => ${hours})`.then(
    () => sql()`delete from file_writes`,
  );

it('a thousand messages with the same file write it once', async () => {
  await acceptThousand();
  expect([await count('attachments'), await count('file_writes')]).toEqual([1, 1]);
  expect(await count('message_attachments')).toBe(1000);
});

it('they write once an hour that it is in use', async () => {
  await acceptThousand();
  await age(0);
  await acceptThousand();
  expect(await count('file_writes')).toBe(0);
  await age(2);
  await acceptThousand();
  expect(await count('file_writes')).toBe(1);
});

it('they wait for nobody who has its row', async () => {
  await acceptThousand();
  for (const hours of [0, 2]) {
    await age(hours);
    const busy = await sql().reserve();
    try {
      await busy`begin`;
      await busy`select from attachments for update`;
      // Would not end before the lock does.
      await acceptThousand();
    } finally {
      await busy`rollback`;
      busy.release();
    }
  }
});

it('a large file whose connection is lost is told, and stored the next time', async () => {
  const file = fileOf(randomBytes(20_000_000));
  const cut = async () => {
    const [row] = await db().execute<{ count: number }>(raw`
      select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
      where datname = current_database() and query like 'insert into pg_temp.file_pieces%'`);
    return row!.count;
  };
  expect(await cut()).toBe(0);
  let ended = false;
  const lost = storeFiles([file]).finally(() => {
    ended = true;
  });
  const told = expect(lost).rejects.toThrow();
  while (!ended && (await cut()) === 0);
  await told;
  await storeFiles([file]);
  expect(await sql()`select size_bytes from attachments where sha256 = ${file.sha256}`).toEqual([
    { size_bytes: 20_000_000 },
  ]);
});

it('a file that the clean-up takes at this moment is stored anew', async () => {
  for (const content of [randomBytes(1000), randomBytes(600_000)]) {
    await storeFiles([fileOf(content)]);
    await age(30);
    const cleaning = await sql().reserve();
    try {
      await cleaning`begin`;
      await cleaning`delete from attachments`;
      const stored = storeFiles([fileOf(content)]);
      await untilSomebodyWaits();
      await cleaning`commit`;
      await stored;
    } finally {
      cleaning.release();
    }
    const [row] = await sql()`select content, size_bytes from attachments`;
    expect(row).toEqual({ content, size_bytes: content.length });
    await sql()`delete from attachments`;
  }
});

it('a file that was used within the day outlives the night, and so does one that a message has', async () => {
  const files = ['young', 'without a message', 'with a message'].map((text) => fileOf(Buffer.from(text)));
  await storeFiles(files);
  await sql()`update attachments set used_at = now() - interval '23 hours' where sha256 = ${files[0]!.sha256}`;
  await sql()`update attachments set used_at = now() - interval '25 hours' where sha256 <> ${files[0]!.sha256}`;
  await sql()`
    insert into message_attachments (message_id, position, sha256, filename, size_bytes)
    values (gen_random_uuid(), 0, ${files[2]!.sha256}, 'a.txt', 1)`;
  await forgetOldIntake(30);
  const kept = await sql()`select content from attachments order by used_at desc`;
  expect(kept.map(({ content }) => String(content))).toEqual(['young', 'with a message']);
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await sql()`
      select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    if (row!.waiting > 0) return;
  }
}
