import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { claimMessages } from '@/lib/delivery/claim';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from './database';
import { makeMessage, makeProvider } from './factories';
import { findViolations } from './invariants';

useTestDatabase();
beforeAll(() => makeProvider());

const worker = newId();

async function makeSent(): Promise<string> {
  const { id } = await makeMessage();
  await deliverMessages(worker, [id]);
  return id;
}

/** Names of the rules that this message breaks, after `damage`; the damage is undone. */
async function rulesBrokenBy(damage: (id: string) => Promise<unknown>): Promise<string[]> {
  const id = await makeSent();
  await damage(id);
  const rules = (await findViolations(sql())).filter(({ example }) => example === id).map(({ rule }) => rule);
  for (const table of ['message_bodies', 'attempts', 'events'])
    await sql()`delete from ${sql()(table)} where message_id = ${id}`;
  await sql()`delete from messages where id = ${id}`;
  return rules;
}

describe('findViolations', () => {
  it('finds nothing in messages that wait, are claimed, are sent, are canceled or bounced', async () => {
    await makeMessage();
    await makeMessage({ scheduledAt: new Date(Date.now() + 60_000).toISOString() });
    await claimMessages(worker, [(await makeMessage()).id]);
    await makeSent();
    for (const name of ['bounce', 'throttle', 'down', 'timeout'])
      await deliverMessages(worker, [(await makeMessage({ to: `${name}@sandbox.test` })).id]);
    expect(await findViolations(sql())).toEqual([]);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['a message without its body', (id) => sql()`delete from message_bodies where message_id = ${id}`],
    [
      'a message without the event of its acceptance',
      (id) => sql()`delete from events where message_id = ${id} and type = 'queued'`,
    ],
    [
      'a body, an attempt or an event without its message',
      (id) => sql()`delete from messages where id = ${id}`,
    ],
    [
      'a message at rest without the time of its end, or the other way',
      (id) => sql()`update messages set finished_at = null where id = ${id}`,
    ],
    ['a claim half taken', (id) => sql()`update messages set claimed_until = now() where id = ${id}`],
    [
      'a claim on a message at rest',
      (id) => sql()`update messages set claimed_by = ${worker} where id = ${id}`,
    ],
    [
      'an unfinished attempt of a message at rest',
      (id) => sql()`update attempts set finished_at = null where message_id = ${id}`,
    ],
    [
      'two unfinished attempts of one message',
      (id) => sql()`
        insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, candidates)
        select v.id, ${id}, ${newId()}, 'p', 1, now(), '[]' from unnest(${[newId(), newId()]}::uuid[]) as v(id)`,
    ],
    [
      'an attempt of a claim that never was',
      (id) => sql()`update attempts set claim_no = claim_no + 1 where message_id = ${id}`,
    ],
    [
      'an attempt that is half finished',
      (id) => sql()`update attempts set outcomes = null where message_id = ${id}`,
    ],
    ['a sent message that nobody accepted', (id) => sql()`delete from attempts where message_id = ${id}`],
    [
      'a recipient who waits although the message is at rest',
      (id) =>
        sql()`update messages set recipients = jsonb_set(recipients, '{0,status}', '"waiting"') where id = ${id}`,
    ],
    [
      'an accepted recipient whom no attempt saw accepted',
      (id) =>
        sql()`update attempts set outcomes = jsonb_set(outcomes, '{0,address}', '"x@y.z"') where message_id = ${id}`,
    ],
    [
      'a recipient sent to again after accepting',
      (id) => sql()`
        insert into attempts select ${newId()}, message_id, provider_id, provider, claim_no, started_at, finished_at,
          duration_ms, outcomes, candidates from attempts where message_id = ${id}`,
    ],
  ])('finds %s', async (rule, damage) => {
    expect(await rulesBrokenBy(damage)).toContain(rule);
  });
});
