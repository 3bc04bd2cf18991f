import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { cancelMessage } from '@/lib/messages/cancel';
import { cleanUp } from '@/lib/retention/clean-up';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, expectProblem } from '@/lib/testing/http';
import { findViolations } from '@/lib/testing/invariants';
import { countStored } from '@/lib/testing/stored';
import { GET as getOne } from './[id]/route';
import { POST as postBatch } from './batch/route';
import { POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken();
});

const message = (key: string, more: object = {}) => ({
  to: 'ana@example.com',
  subject: key,
  text: 'Thank you.',
  dedupe: { key, hours: 2 },
  ...more,
});
const post = (body: unknown, options: Call = {}) => call(POST, { token, body, ...options });
const countOf = async (subject: string) =>
  (await sql()`select from messages where subject = ${subject}`).length;
const passHours = (key: string, hours: number) =>
  sql()`update dedupe_keys set expires_at = expires_at - make_interval(hours => ${hours}) where key = ${key}`;

describe('dedupe', () => {
  it('answers with the first message, whatever else the second says, and stores nothing', async () => {
    const first = await post(message('receipt-13'));
    expect(first.body).toEqual({ id: expect.any(String), status: 'queued' });
    const before = (await countStored())!;
    const second = await post(message('receipt-13', { subject: 'Another', text: 'Else' }));
    expect(second.status).toBe(202);
    expect(second.body).toEqual({ ...first.body, deduplicated: true });
    expect(await countStored()).toEqual({ ...before, events: before.events + 1 });
  });

  it('notes on the first message who repeated it', async () => {
    const { id } = (await post(message('noted'))).body;
    await post(message('noted'));
    const { body } = await call(getOne, { token, params: { id } });
    const duplicates = body.events.filter((event: { type: string }) => event.type === 'duplicate');
    expect(duplicates).toMatchObject([{ detail: { by: expect.stringMatching(/^token \d/) } }]);
  });

  it('is one message for 20 requests at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(message('parallel'))));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.deduplicated)).toHaveLength(19);
    expect(await countOf('parallel')).toBe(1);
  });

  it('works within a batch, and with what came before it', async () => {
    const before = await post(message('batch-a'));
    const messages = ['batch-a', 'batch-b', 'batch-b', 'batch-c'].map((key) => message(key));
    const { results } = (await call(postBatch, { token, body: { messages } })).body;
    expect(results[0]).toEqual({ ...before.body, deduplicated: true });
    expect(results[1]).toEqual({ id: expect.any(String), status: 'queued' });
    expect(results[2]).toEqual({ ...results[1], deduplicated: true });
    expect(results[3].deduplicated).toBeUndefined();
    expect(await Promise.all(['batch-a', 'batch-b', 'batch-c'].map(countOf))).toEqual([1, 1, 1]);
  });

  it('is free again when its hours are over, and counts them from the new message', async () => {
    const first = await post(message('old'));
    await passHours('old', 2);
    const later = await post(message('old'));
    expect(later.body.deduplicated).toBeUndefined();
    expect(later.body.id).not.toBe(first.body.id);
    await passHours('old', 1);
    expect((await post(message('old'))).body).toEqual({ ...later.body, deduplicated: true });
    expect(await countOf('old')).toBe(2);
  });

  it('a repetition does not make the hours longer', async () => {
    await post(message('fixed'));
    await post(message('fixed', { dedupe: { key: 'fixed', hours: 720 } }));
    await passHours('fixed', 2);
    expect((await post(message('fixed'))).body.deduplicated).toBeUndefined();
  });

  it('says where the first message stands now, also to whoever waits for the outcome', async () => {
    const { id } = (await post(message('finished'))).body;
    await cancelMessage(testContext, { id });
    expect((await post(message('finished'))).body).toEqual({ id, status: 'canceled', deduplicated: true });
    const waited = await post(message('finished'), { headers: { prefer: 'wait=5' } });
    expect(waited.status).toBe(200);
    expect(waited.body).toMatchObject({ id, status: 'canceled', deduplicated: true });
  });

  it('holds even when the first message is forgotten already', async () => {
    const { id } = (await post(message('forgotten'))).body;
    await sql()`with body as (delete from message_bodies where message_id = ${id}), event as (delete from events where message_id = ${id})
      delete from messages where id = ${id}`;
    expect((await post(message('forgotten'))).body).toEqual({ id, status: 'queued', deduplicated: true });
  });

  it('belongs to its token', async () => {
    await post(message('shared'));
    const theirs = await post(message('shared'), { token: await makeToken() });
    expect(theirs.body.deduplicated).toBeUndefined();
    expect(await countOf('shared')).toBe(2);
  });

  it('is not used up by a message that was refused', async () => {
    expect((await post(message('refused', { to: 'ana' }))).status).toBe(400);
    expect((await post(message('refused'))).body.deduplicated).toBeUndefined();
  });

  it('is forgotten by the nightly clean-up a day after its hours are over', async () => {
    await post(message('clean-old'));
    await post(message('clean-new'));
    await passHours('clean-old', 2 + 24);
    await passHours('clean-new', 2 + 23);
    await cleanUp();
    const kept = await sql()`select key from dedupe_keys where key like 'clean-%'`;
    expect(kept).toEqual([{ key: 'clean-new' }]);
  });

  it.each([
    [{ key: '', hours: 1 }, 'dedupe.key'],
    [{ key: 'k'.repeat(257), hours: 1 }, 'dedupe.key'],
    [{ key: 'nul\u0000', hours: 1 }, 'dedupe.key'],
    [{ key: 'k' }, 'dedupe.hours'],
    [{ key: 'k', hours: 0 }, 'dedupe.hours'],
    [{ key: 'k', hours: 1.5 }, 'dedupe.hours'],
    [{ key: 'k', hours: 721 }, 'dedupe.hours'],
  ])('refuses %j', async (dedupe, path) => {
    expectProblem(await post(message('bad', { dedupe })), 400, 'validation_failed', path);
  });
});

describe('dedupe together with an Idempotency-Key', () => {
  const keyed = (idempotencyKey: string, body: unknown) =>
    post(body, { headers: { 'idempotency-key': idempotencyKey } });

  it('a request that repeats another’s message keeps answering so', async () => {
    const first = await keyed('both-1', message('both'));
    const second = await keyed('both-2', message('both'));
    expect(second.body).toEqual({ ...first.body, deduplicated: true });
    expect(second.headers.has('idempotent-replayed')).toBe(false);
    await passHours('both', 2);
    const again = await keyed('both-2', message('both'));
    expect(again.body).toEqual(second.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countOf('both')).toBe(1);
  });

  it('whoever asks again after the process died before it could note whose message it was hears that one', async () => {
    const first = await keyed('died-1', message('died'));
    await sql().unsafe(`
      create function die() returns trigger language plpgsql as 'begin raise exception ''died''; end';
      create trigger die before update on idempotency_keys for each row execute function die()`);
    expect((await keyed('died-2', message('died'))).status).toBe(500);
    await sql().unsafe('drop function die cascade');
    expect(await findViolations(sql())).toEqual([]);
    await passHours('died', 2);
    await cleanUp();
    const again = await keyed('died-2', message('died'));
    expect(again.body).toEqual({ ...first.body, deduplicated: true });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const later = await post(message('died'));
    expect(later.body.deduplicated).toBeUndefined();
    expect((await keyed('died-2', message('died'))).body).toEqual(again.body);
  });

  it('a request sent again is no repetition of itself and takes no key', async () => {
    const first = await keyed('own', message('own'));
    await passHours('own', 2);
    expect((await keyed('own', message('own'))).body).toEqual(first.body);
    expect((await post(message('own'))).body.deduplicated).toBeUndefined();
  });

  it('of 20 at the same time, each under two idempotency keys, one is stored', async () => {
    const before = (await countStored())!;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => keyed(`race-${n % 10}`, message('race'))),
    );
    const [{ id } = { id: null }] = await sql()<
      { id: string }[]
    >`select id from messages where subject = 'race'`;
    expect((await countStored())!.messages).toBe(before.messages + 1);
    const replays = await Promise.all(answers.map((_, n) => keyed(`race-${n % 10}`, message('race'))));
    expect(new Set(replays.map(({ body }) => body.id))).toEqual(new Set([id]));
    expect(answers.filter(({ body }) => body.id === id).length).toBeGreaterThanOrEqual(10);
    expect(await findViolations(sql())).toEqual([]);
  });
});
