import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { keepLists } from '@/lib/suppressions/held/keep-lists';
import { describeAccess } from '@/lib/testing/access';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { LIST_PLAYS } from '@/lib/testing/list-plays';
import { POST as apply } from './apply/route';
import { POST as read } from './read/route';
import { GET, PATCH } from './route';

useTestDatabase();
allowLoopbackTargets();

const params = { id: newId() };
describeAccess('GET', GET, { scope: 'suppressions:read', role: 'viewer', request: { params } });
describeAccess('PATCH', PATCH, {
  scope: 'suppressions:write',
  role: 'technician',
  request: { method: 'PATCH', params, body: { nightly: true } },
});
for (const [name, handler] of Object.entries({ read, apply }))
  describeAccess(`POST ${name}`, handler, {
    scope: 'suppressions:write',
    role: 'technician',
    request: { method: 'POST', params },
  });

describe('the list of a service', () => {
  it('is read, compared, taken over', async () => {
    const { settings, secrets, answer } = LIST_PLAYS.brevo;
    const held = [{ list: 'hardBounce', address: 'ana@example.com', at: new Date('2026-11-01') }];
    const { url } = await startApiServer((seen) => answer(seen, held));
    const { id } = await makeProvider({ kind: 'brevo', settings: settings(url), secrets });
    const token = await makeToken();
    const ask = { token, method: 'POST' as const, params: { id } };
    expectProblem(await call(apply, ask), 409, 'conflict');
    const begun = await call(read, ask);
    expect([begun.status, begun.body.step]).toEqual([202, 'read']);
    await keepLists();
    const { body } = await call(GET, { token, params: { id } });
    expect(body.difference.theirs).toMatchObject({ total: 1, sample: [{ address: 'ana@example.com' }] });
    expect((await call(apply, ask)).status).toBe(202);
    await keepLists();
    expect((await call(GET, { token, params: { id } })).body).toMatchObject({ imported: 1, step: 'rest' });
    const set = await call(PATCH, { token, method: 'PATCH', params: { id }, body: { nightly: true } });
    expect([set.status, set.body.nightly]).toEqual([200, true]);
  });

  it('404 for one that is not there, 400 for what is no switch', async () => {
    const token = await makeToken();
    expectProblem(await call(GET, { token, params }), 404, 'not_found');
    const body = { nightly: 'yes' };
    expectProblem(await call(PATCH, { token, method: 'PATCH', params, body }), 400, 'validation_failed');
  });
});
