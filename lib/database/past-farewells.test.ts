import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { expect, it, onTestFinished } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { until } from '@/lib/testing/until';
import { connect, sql } from './db';

useTestDatabase();

/** A pool of one, whose connection was ended while it had something to do. */
async function ended(
  ask: (client: postgres.Sql) => Promise<unknown> = (client) => client`select pg_sleep(60)`,
): Promise<postgres.Sql> {
  const client = connect(1, { application_name: 'ended' });
  onTestFinished(() => client.end({ timeout: 1 }));
  const asked = ask(client).catch((error: Error) => error);
  await until(async () =>
    expect(
      await sql()`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'ended' and datname = current_database() and wait_event = 'PgSleep'`,
    ).toHaveLength(1),
  );
  // What was under way may have been done: nobody does it again.
  expect(await asked).toMatchObject({ code: 'CONNECTION_CLOSED' });
  return client;
}

const USES: Record<string, (client: postgres.Sql) => Promise<unknown>> = {
  'a statement': async (client) => (await client`select 7 as seven`)[0],
  'one with parts': async (client) => (await client`select ${client`7`} as ${client('seven')}`)[0],
  'plain text': async (client) => (await client.unsafe('select 7 as seven'))[0],
  values: async (client) => ({ seven: (await client`select 7`.values())[0]![0] }),
  'a transaction': async (client) => (await client.begin((tx) => tx`select 7 as seven`))[0],
  'one of drizzle': (client) =>
    drizzle(client).transaction(async (tx) => (await tx.execute('select 7 as seven'))[0]),
};

it.each(Object.entries(USES))(
  'a farewell of before reaches nobody who comes after: %s',
  async (_name, use) => {
    const client = await ended();
    expect(await use(client)).toEqual({ seven: 7 });
  },
);

it('what was under way is done by nobody again', async () => {
  await sql()`create sequence times`;
  const client = await ended((of) => of`select nextval('times'), pg_sleep(60)`);
  expect((await client`select 7 as seven`)[0]).toEqual({ seven: 7 });
  expect((await client`select last_value::int as last from times`)[0]).toEqual({ last: 1 });
});

it('a transaction that was begun is not begun again', async () => {
  const client = await ended();
  let times = 0;
  const farewell = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const failed = client.begin(async () => {
    times++;
    throw farewell;
  });
  await expect(failed).rejects.toBe(farewell);
  expect(times).toBe(1);
});
