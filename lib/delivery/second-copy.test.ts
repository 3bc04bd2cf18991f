import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteQuota } from '@/lib/capacity/usage-windows';
import { sql } from '@/lib/database/db';
import { freePort } from '@/lib/database/embedded/free-port';
import { idFloor, newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetProviders } from '@/lib/providers/cache';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { updateProvider } from '@/lib/providers/update';
import { currentSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();
beforeEach(closeBreakers);
afterEach(async () => {
  expect(await findViolations(sql())).toEqual([]);
  await sql()`update providers set active = false`;
  forgetProviders();
});

const worker = newId();

/** Nobody knows whether Main accepted it, so many minutes ago. */
async function doubt(minutesAgo: number, category: 'transactional' | 'marketing' = 'transactional') {
  const main = await makeProvider({ priority: 90 });
  const other = await makeProvider({ priority: 10 });
  const { id } = await makeMessage({ to: 'timeout@sandbox.test', category });
  await deliverMessages(worker, [id]);
  const then = idFloor(new Date(Date.now() - minutesAgo * 60_000));
  await sql()`update attempts set id = ${then} where message_id = ${id}`;
  return { id, main, other };
}

async function deliverAgain(id: string) {
  await sql()`update messages set due_at = now() where id = ${id}`;
  // The next one to be asked takes it.
  await sql()`update messages set recipients = jsonb_set(recipients, '{0,address}', '"ana@example.com"') where id = ${id}`;
  await sql()`update attempts set outcomes = jsonb_set(outcomes, '{0,address}', '"ana@example.com"') where message_id = ${id}`;
  forgetFacts();
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

const rest = (providerId: string) =>
  sql()`update provider_health set open_until = now() + interval '5 minutes', opened_at = now() where provider_id = ${providerId}`;

describe('a message that one provider may have already', () => {
  it('is handed to another as a possible second copy once that one has been out of service for half an hour', async () => {
    const { id, main, other } = await doubt(31);
    await rest(main.id);
    const message = await deliverAgain(id);
    expect(message).toMatchObject({ status: 'sent', provider: other.name });
    expect(message.events.map(({ type }) => type)).toContain('second_copy');
    expect(message.events.find(({ type }) => type === 'second_copy')?.detail).toEqual({
      from: main.name,
      to: other.name,
    });
  });

  it('is handed on, too, where that one will have no room for as long again', async () => {
    const { id, main, other } = await doubt(31);
    await noteQuota(main.id, new Date(Date.now() + 20 * 3_600_000));
    expect(await deliverAgain(id)).toMatchObject({ status: 'sent', provider: other.name });
  });

  it('waits for one that has room in a moment', async () => {
    const { id, main } = await doubt(31);
    await noteQuota(main.id, new Date(Date.now() + 60_000));
    expect(await deliverAgain(id)).toMatchObject({ reason: 'no_room', attempts: [{ provider: main.name }] });
  });

  it('stays with one that answers badly as long as there are tries, and goes to another with the last', async () => {
    const { id } = await doubt(31);
    const dead = await makeProvider({
      kind: 'smtp',
      priority: 95,
      settings: { host: 'localhost', port: await freePort(), security: 'none' },
    });
    await sql()`update attempts set provider_id = ${dead.id} where message_id = ${id}`;
    await sql()`update messages set provider_id = ${dead.id} where id = ${id}`;
    forgetProviders();
    const pinned = await deliverAgain(id);
    expect(pinned).toMatchObject({ status: 'retrying', reason: 'uncertain' });
    expect(pinned.attempts.at(-1)).toMatchObject({ provider: dead.name });
    expect(pinned.events.map(({ type }) => type)).not.toContain('second_copy');
    const { retries } = (await currentSettings()).delivery;
    await sql()`update messages set retry_count = ${retries.faultMinutes.length} where id = ${id}`;
    await closeBreakers();
    const message = await deliverAgain(id);
    expect(message.status).toBe('sent');
    expect(message.events.find(({ type }) => type === 'second_copy')?.detail).toMatchObject({
      from: dead.name,
    });
  });

  it('waits for that time also where no try is left before it', async () => {
    const { id, main } = await doubt(20);
    const { retries } = (await currentSettings()).delivery;
    await sql()`update messages set due_at = now(), retry_count = ${retries.faultMinutes.length} where id = ${id}`;
    forgetFacts();
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'retrying', provider: main.name });
    const inMinutes = (Date.parse(message.dueAt!) - Date.now()) / 60_000;
    expect(inMinutes).toBeGreaterThan(9);
    expect(inMinutes).toBeLessThan(11);
  });

  it('stays with it before that, and is taken up when the time is over', async () => {
    const { id, main } = await doubt(20);
    await rest(main.id);
    const message = await deliverAgain(id);
    expect(message).toMatchObject({ status: 'retrying', reason: 'breaker_open' });
    expect(message.attempts).toHaveLength(1);
    const inMinutes = (Date.parse(message.dueAt!) - Date.now()) / 60_000;
    expect(inMinutes).toBeGreaterThan(9);
    expect(inMinutes).toBeLessThan(11);
  });

  it('stays with one that answers, however long ago that was', async () => {
    const { id, main } = await doubt(120);
    expect(await deliverAgain(id)).toMatchObject({ status: 'sent', provider: main.name });
  });

  it('goes to another where its own was paused by a person', async () => {
    const { id, main, other } = await doubt(31);
    await updateProvider(testContext, { id: main.id, active: false });
    expect(await deliverAgain(id)).toMatchObject({ status: 'sent', provider: other.name });
  });

  it("is nobody else's where the settings say never, or the category allows no repetition", async () => {
    await updateSettings(testContext, { delivery: { retries: { secondCopyAfterMinutes: 0 } } });
    const { id, main } = await doubt(31);
    await rest(main.id);
    expect(await deliverAgain(id)).toMatchObject({ status: 'retrying', attempts: [expect.anything()] });
    await updateSettings(testContext, { delivery: { retries: { secondCopyAfterMinutes: 30 } } });
    const letter = await doubt(31, 'marketing');
    expect(await getMessage(testContext, letter.id)).toMatchObject({ status: 'uncertain' });
  });
});
