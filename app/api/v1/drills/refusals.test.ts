import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { forgetDrills } from '@/lib/outages/active-drills';
import { forgetProviders } from '@/lib/providers/cache';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST as end } from './[id]/end/route';
import { GET as get } from './[id]/route';
import { GET as list, POST as start } from './route';

useTestDatabase();

let token: string;
beforeEach(async () => {
  token = await makeToken();
  await sql()`delete from providers`;
  await makeProvider({ name: 'Main', kind: 'sandbox' });
  await makeProvider({ name: 'Backup', kind: 'sandbox' });
  forgetDrills();
  forgetProviders();
  forgetFacts();
});

const begin = (body: object = {}) =>
  call(start, { token, body: { provider: 'Main', mode: 'down', minutes: 5, ...body } });
const stop = (id: string) => call(end, { token, method: 'POST', params: { id } });

const one = { params: { id: newId() } };
const write = { scope: 'providers:write', role: 'technician' } as const;
describeAccess('GET', list, { scope: 'providers:read', role: 'viewer', request: {} });
describeAccess('GET one', get, { scope: 'providers:read', role: 'viewer', request: one });
const least = { provider: 'none', mode: 'down', minutes: 1 };
describeAccess('POST', start, { ...write, request: { body: least } });
describeAccess('end', end, { ...write, request: { ...one, method: 'POST' } });

describe('refusals', () => {
  it.each<[object, string]>([
    [{ mode: 'broken' }, 'mode'],
    [{ minutes: 0 }, 'minutes'],
    [{ minutes: 61 }, 'minutes'],
    [{ messages: 601 }, 'messages'],
    [{ to: 'nobody' }, 'to'],
    [{ provider: '' }, 'provider'],
  ])('400: %j', async (body, path) => {
    expectProblem(await begin(body), 400, 'validation_failed', path);
  });

  it('404', async () => {
    expectProblem(await begin({ provider: 'None' }), 404, 'not_found');
    expectProblem(await call(get, { token, ...one }), 404, 'not_found');
    expectProblem(await call(get, { token, params: { id: 'x' } }), 404, 'not_found');
    expectProblem(await stop(newId()), 404, 'not_found');
  });

  it('409: a second one at the same provider, a paused provider, one that is over', async () => {
    const { body } = await begin();
    expectProblem(await begin({ mode: 'slow' }), 409, 'conflict');
    expect((await begin({ provider: 'Backup' })).status).toBe(201);
    await stop(body.id);
    expectProblem(await stop(body.id), 409, 'conflict');
    await sql()`update providers set active = false`;
    expectProblem(await begin(), 409, 'conflict');
  });
});
