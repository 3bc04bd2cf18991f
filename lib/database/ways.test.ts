import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announce, flushAnnouncements, followAnnouncements } from '@/lib/announcements/announce';
import { EnvError, forgetEnv } from '@/lib/env';
import { listMessages } from '@/lib/messages/list';
import { startBySettings } from '@/lib/settings/system-in-use';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { hasPgBouncer, type PgBouncer, startPgBouncer } from '@/lib/testing/pgbouncer';
import { until } from '@/lib/testing/until';
import { databaseUrl, sessionUrl } from './database-url';
import { db, sql } from './db';
import { migrate } from './migrate';
import { onOwnConnection } from './own-connection';
import { closeDb } from './pools';
import { requireWays } from './ways';

useTestDatabase();
let direct: string;
let bouncer: PgBouncer | undefined;
beforeEach(() => {
  direct = databaseUrl();
});
afterEach(async () => {
  await go(direct);
  await bouncer?.stop();
  bouncer = undefined;
});

/** What the environment of a process says. */
async function go(url: string | undefined, session?: string): Promise<void> {
  await closeDb();
  for (const [name, value] of Object.entries({ DATABASE_URL: url, RELEVO_DATABASE_SESSION_URL: session }))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  forgetEnv();
}

if (!hasPgBouncer)
  console.warn('There is no pgbouncer here (Debian: apt install pgbouncer): not tried behind one.');

it('PostgreSQL itself is a way for everything', async () => {
  await expect(requireWays()).resolves.toBeUndefined();
});

it('a way past a pooler that is not there is refused', async () => {
  await go(undefined, direct);
  await expect(requireWays()).rejects.toThrow('only beside a DATABASE_URL');
});

it('a database that is away is refused by nobody', async () => {
  await go('postgres://relevo:x@127.0.0.1:1/relevo');
  await expect(requireWays()).resolves.toBeUndefined();
});

describe.skipIf(!hasPgBouncer)('behind PgBouncer', () => {
  it.each([
    ['session', {}],
    ['transaction', {}],
    // Who lets through what it cannot carry drops it without a word.
    [
      'transaction',
      { ignore_startup_parameters: 'enable_seqscan,enable_mergejoin,plan_cache_mode,jit,work_mem' },
    ],
  ] as const)('in %s mode alone it is refused, in a sentence (%j)', async (mode, more) => {
    bouncer = await startPgBouncer(direct, mode, more);
    await go(bouncer.url(direct));
    await expect(startBySettings()).rejects.toThrow(EnvError);
    await expect(requireWays()).rejects.toThrow(/leads to a connection pooler.*RELEVO_DATABASE_SESSION_URL/);
    await go(bouncer.url(direct), bouncer.url(direct));
    await expect(requireWays()).rejects.toThrow('must lead to PostgreSQL itself');
  });

  it('in transaction mode, with the way past it, all is done as without: accepted, delivered, read, changed, heard of', async () => {
    bouncer = await startPgBouncer(direct, 'transaction', { default_pool_size: 2 });
    await go(bouncer.url(direct), direct);
    await startBySettings();
    await migrate(sessionUrl());
    await makeProvider();
    const heard: string[] = [];
    await followAnnouncements(
      (topics) => heard.push(...topics),
      () => undefined,
    );
    const { id } = await deliverOne({ to: 'ana@example.com' });
    const read = () => listMessages(testContext, { limit: 10 } as Parameters<typeof listMessages>[1]);
    // More at once than there are connections to PostgreSQL, and the same statements over each.
    const lists = await Promise.all(Array.from({ length: 40 }, read));
    for (const { data } of lists) expect(data.map((message) => message.id)).toContain(id);
    await Promise.all(
      [31, 32, 33, 34].map((days) => updateSettings(testContext, { delivery: { retention: { days } } })),
    );
    announce('messages');
    await flushAnnouncements();
    await until(async () => expect(heard).toContain('messages'));
    await onOwnConnection((own) => own`create temporary table mine (id int)`);
    const [delivery] = await sql()<
      { setting: string }[]
    >`select current_setting('enable_seqscan') as setting`;
    expect(delivery!.setting).toBe('off');
    // The pooler has two for reads and changes together; what delivers has its own.
    const rows = await db().execute<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where datname = current_database() and client_port is not null`,
    );
    expect(rows[0]!.count).toBeLessThan(16);
  });
});
