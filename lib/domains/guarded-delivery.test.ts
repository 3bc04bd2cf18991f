import { beforeEach, expect, it } from 'vitest';
import { forgetStandings } from '@/lib/alignment/standings';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { getRoutingState } from '@/lib/providers/routing-state';
import { updateSettings } from '@/lib/settings/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeDomain } from '@/lib/testing/domains';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';

useDatabaseForEachTest();
beforeEach(forgetStandings);

/** A domain of which the last check found that the first provider breaks alignment. */
async function setUp() {
  const first = await makeProvider({ name: 'first', priority: 90 });
  const second = await makeProvider({ name: 'second', priority: 10 });
  const { id, name } = await makeDomain();
  const pair = { verdict: 'fails', version: first.version };
  await sql()`update domains set pairs = ${sql().json({ [first.id]: pair })} where id = ${id}`;
  const send = async (from: string, to = 'ana@example.com') => {
    const message = await makeMessage({ from, to });
    await deliverMessages(newId(), [message.id]);
    return getMessage(testContext, message.id);
  };
  return { first, second, name, send };
}

const reasonsOf = ({ attempts }: Awaited<ReturnType<typeof getMessage>>) =>
  attempts.map(({ provider, candidates }) => [
    provider,
    candidates.map(({ provider: name, rank, reason }) => `${rank ?? '-'} ${name} ${reason}`),
  ]);

it('sends by whom mail is taken for the own, and leaves other senders alone', async () => {
  const { name, send } = await setUp();
  expect(reasonsOf(await send(`ana@${name}`))).toEqual([
    ['second', ['1 second chosen', '2 first breaks_alignment']],
  ]);
  expect(reasonsOf(await send('ana@other.example'))).toEqual([
    ['first', ['1 first chosen', '2 second next']],
  ]);
});

it('fails over to it rather than not at all, and says so', async () => {
  const { name, send } = await setUp();
  const message = await send(`ana@${name}`, 'down+second@sandbox.test');
  expect(message.status).toBe('sent');
  expect(reasonsOf(message).map(([provider]) => provider)).toEqual(['second', 'first']);
  expect(reasonsOf(message)[1]![1]).toContain('2 first breaks_alignment');
});

it('never uses it where the settings refuse that, and as any other where they say nothing of it', async () => {
  const { name, send } = await setUp();
  await updateSettings(testContext, {
    delivery: { sender: { guard: 'refuse' }, retries: { immediateTries: 1 } },
  });
  const message = await send(`ana@${name}`, 'down+second@sandbox.test');
  expect(message.status).toBe('retrying');
  expect(reasonsOf(message)).toEqual([['second', ['1 second chosen', '- first breaks_alignment']]]);
  await updateSettings(testContext, { delivery: { sender: { guard: 'off' } } });
  expect(reasonsOf(await send(`ana@${name}`))).toEqual([['first', ['1 first chosen', '2 second next']]]);
});

it('counts for nothing once the provider was changed', async () => {
  const { first, name, send } = await setUp();
  expect((await getRoutingState(testContext)).policy.guard?.standings).toEqual([
    { domain: name, companyId: null, breaks: [first.id] },
  ]);
  await sql()`update providers set version = version + 1 where id = ${first.id}`;
  forgetStandings();
  expect(reasonsOf(await send(`ana@${name}`))).toEqual([['first', ['1 first chosen', '2 second next']]]);
});

it.each([
  ['no object', '[]'],
  ['a number', '5'],
  ['of providers, of another shape', null],
])('is stopped by nothing that another version of Relevo wrote of a domain: %s', async (_name, pairs) => {
  const { first, send } = await setUp();
  const { name } = await makeDomain({ name: 'older.example' });
  const found = pairs === null ? { [first.id]: { verdict: 'fails', version: 'v2' } } : JSON.parse(pairs);
  await sql()`update domains set pairs = ${sql().json(found)} where name = ${name}`;
  forgetStandings();
  expect(await send(`ana@${name}`)).toMatchObject({ status: 'sent', provider: 'first' });
});
