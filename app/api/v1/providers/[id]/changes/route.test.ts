import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem, signIn } from '@/lib/testing/http';
import { GET as getProvider } from '../route';
import { POST as tryNow } from '../try-now/route';
import { POST as restore } from '../weight/restore/route';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const one = { params: { id: newId() } };
const write = { scope: 'providers:write', role: 'technician' } as const;
describeAccess('changes', GET, { scope: 'providers:read', role: 'viewer', request: one });
describeAccess('try-now', tryNow, { ...write, request: { ...one, method: 'POST' } });
describeAccess('weight/restore', restore, { ...write, request: { ...one, method: 'POST', body: {} } });

const changesOf = (id: string, query: Record<string, string> = {}) =>
  call(GET, { token, params: { id }, query });
const healthOf = async (id: string) =>
  (await call(getProvider, { token, params: { id } })).body.health as Record<string, unknown>;
const open = (id: string, openUntil: Date) =>
  sql()`update provider_health set open_until = ${openUntil}, opened_at = now(), consecutive_failures = 5
    where provider_id = ${id}`;
const later = () => new Date(Date.now() + 300_000);
const lower = (id: string, to: number) =>
  sql()`update provider_health set weight_percent = ${to}, weight_changed_at = now() where provider_id = ${id}`;

async function remember(providerId: string, type: string, detail: object = {}): Promise<string> {
  const id = newId();
  await sql()`insert into provider_changes (id, provider_id, type, detail, actor)
    values (${id}, ${providerId}, ${type}, ${sql().json(detail as never)}, 'system')`;
  return id;
}

describe('changes', () => {
  it('newest first, page by page, of this provider only', async () => {
    const [{ id, name }, other] = [await makeProvider(), await makeProvider()];
    await remember(other.id, 'check_failed', { cause: 'refused' });
    await remember(id, 'breaker_opened', { failures: 5, until: '2026-01-01T00:05:00Z', job: 7 });
    await remember(id, 'breaker_closed', { job: 8 });
    const first = await changesOf(name, { limit: '1' });
    expect(first.body.data).toEqual([
      { id: expect.any(String), type: 'breaker_closed', at: expect.any(String), detail: {}, actor: 'system' },
    ]);
    const second = await changesOf(id, { limit: '1', cursor: first.body.nextCursor });
    expect(second.body).toMatchObject({
      data: [{ type: 'breaker_opened', detail: { failures: 5, until: '2026-01-01T00:05:00Z' } }],
      nextCursor: null,
    });
    expect(second.body.data[0].detail).not.toHaveProperty('job');
  });

  it.each<[Record<string, string>, string]>([
    [{ limit: '0' }, 'limit'],
    [{ cursor: 'x' }, 'cursor'],
  ])('400: %j', async (query, path) => {
    const { id } = await makeProvider();
    expectProblem(await changesOf(id, query), 400, 'validation_failed', path);
  });
});

describe('try now', () => {
  const press = (id: string) => call(tryNow, { token, method: 'POST', params: { id } });

  it('ends the wait, has it probed, and notes who asked', async () => {
    const { id, name } = await makeProvider();
    const until = later();
    await open(id, until);
    expect(await healthOf(id)).toMatchObject({ breaker: 'open', openUntil: until.toISOString() });
    const answer = await press(name);
    expect(answer).toMatchObject({
      status: 200,
      body: { health: { breaker: 'half_open', openUntil: null } },
    });
    expect((await changesOf(id)).body.data).toMatchObject([
      { type: 'try_now', actor: expect.stringMatching(/^token/) },
    ]);
    expect(
      await sql()`select run_at <= now() as due from graphile_worker.jobs where key = ${`probe ${id}`}`,
    ).toMatchObject([{ due: true }]);
    expect(
      await sql()`select from audit_log where action = 'provider.try_now' and subject_id = ${id}`,
    ).toHaveLength(1);
  });

  it('409 while it is not waiting', async () => {
    const { id } = await makeProvider();
    expectProblem(await press(id), 409, 'conflict');
    await open(id, new Date(Date.now() - 1_000));
    expectProblem(await press(id), 409, 'conflict');
  });
});

describe('restoring a weight', () => {
  const undo = (id: string, body: object = {}) => call(restore, { token, params: { id }, body });

  it('gives all of it back and notes who did', async () => {
    const { id } = await makeProvider();
    await lower(id, 70);
    const cookie = await signIn('technician');
    const answer = await call(restore, { cookie, params: { id }, body: {} });
    expect(answer).toMatchObject({ status: 200, body: { health: { weightPercent: 100 } } });
    expect((await changesOf(id)).body.data).toMatchObject([
      {
        type: 'weight',
        detail: { from: 70, to: 100, reason: 'restored' },
        actor: expect.stringMatching(/^technician-.*@example.com$/),
      },
    ]);
  });

  it('or as much as it had before one change', async () => {
    const { id } = await makeProvider();
    const change = await remember(id, 'weight', { from: 90, to: 80, reason: 'errors' });
    await lower(id, 60);
    expect((await undo(id, { change })).body.health).toMatchObject({ weightPercent: 90 });
  });

  it('409 when it has that already, 404 for a change of something else, 400 for none', async () => {
    const [{ id }, other] = [await makeProvider(), await makeProvider()];
    expectProblem(await undo(id), 409, 'conflict');
    const [failed, others] = [
      await remember(id, 'check_failed'),
      await remember(other.id, 'weight', { from: 90, to: 80 }),
    ];
    expectProblem(await undo(id, { change: failed }), 404, 'not_found');
    expectProblem(await undo(id, { change: others }), 404, 'not_found');
    expectProblem(await undo(id, { change: 'x' }), 400, 'validation_failed', 'change');
  });
});

it('404', async () => {
  const id = newId();
  expectProblem(await changesOf(id), 404, 'not_found');
  expectProblem(await call(tryNow, { token, method: 'POST', params: { id } }), 404, 'not_found');
  expectProblem(await call(restore, { token, params: { id }, body: {} }), 404, 'not_found');
});
