import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { cachedProviders, forgetProviders } from './cache';
import { followProviders } from './follow';

useTestDatabase();

/** As an operator's command does: in a process of its own. */
async function addElsewhere(name: string): Promise<void> {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'provider', 'add', '--file', '-'];
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(JSON.stringify({ name, kind: 'sandbox', settings: {}, fromEmail: 'a@example.com' }));
  expect(await once(child, 'exit')).toEqual([0, null]);
}

/** What is known never grows old: only word of a change makes it be read again. */
function stopTheClock() {
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  return () => now.mockRestore();
}

const names = async () => (await cachedProviders()).map(({ row }) => row.name).toSorted();

beforeEach(async () => {
  await sql()`delete from providers`;
  forgetProviders();
  await followProviders();
  await makeProvider({ name: 'first' });
  await until(async () => expect(await names()).toEqual(['first']));
});

it('a provider that another process adds is among the candidates of the next message', async () => {
  const goOn = stopTheClock();
  await addElsewhere('second');
  await until(async () => expect(await names()).toContain('second'));
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  const { attempts } = await getMessage(testContext, id);
  expect(attempts[0]!.candidates.map(({ provider }) => provider).toSorted()).toEqual(['first', 'second']);
  goOn();
}, 40_000);

it('a lost connection is made anew, and what was said meanwhile is not missed', async () => {
  const goOn = stopTheClock();
  // Nobody is told of this one. What tests before it said may still be on its way.
  let name = 'first';
  await until(async () => {
    await names();
    const unheard = `${name}'`;
    await sql()`update providers set name = ${unheard} where name = ${name}`;
    name = unheard;
    expect(await names()).not.toContain(name);
  });
  const [listener] = await sql()`
    select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`;
  await until(async () => expect(await names()).toContain(name));
  const [again] = await sql()`
    select pid from pg_stat_activity where datname = current_database() and query like 'listen %'`;
  expect(again!.pid).not.toBe(listener!.pid);
  await addElsewhere('third');
  await until(async () => expect(await names()).toContain('third'));
  goOn();
}, 40_000);

it('what one bundle of Next saves, the others know of at once', async () => {
  const goOn = stopTheClock();
  await names();
  vi.resetModules();
  const { createProvider } = await import('./create');
  await createProvider(testContext, {
    name: 'fourth',
    kind: 'sandbox',
    settings: {},
  } as Parameters<typeof createProvider>[1]);
  expect(await names()).toContain('fourth');
  goOn();
});
