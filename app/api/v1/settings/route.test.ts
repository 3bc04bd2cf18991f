import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem, signIn } from '@/lib/testing/http';
import { GET, PATCH } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});
beforeEach(() => sql()`delete from settings`);

const patch = (body: unknown) => call(PATCH, { token, method: 'PATCH', body });

describeAccess('GET', GET, { scope: 'settings:read', role: 'viewer' });
describeAccess('PATCH', PATCH, {
  scope: 'settings:write',
  role: 'technician',
  request: { method: 'PATCH', body: {} },
});

describe('GET', () => {
  it('200 with everything, the defaults included', async () => {
    expect(await call(GET, { token })).toMatchObject({ status: 200, body: DEFAULT_SETTINGS });
  });
});

describe('PATCH', () => {
  it('200 with the whole, of which only what was given changed', async () => {
    const answer = await patch({ delivery: { breaker: { openSeconds: 10 } } });
    const expected = structuredClone(DEFAULT_SETTINGS);
    expected.delivery.breaker.openSeconds = 10;
    expect(answer).toMatchObject({ status: 200, body: expected });
    expect((await call(GET, { token })).body).toEqual({ ...expected, version: 1 });
  });

  it('409 with the difference where somebody saved meanwhile', async () => {
    const { version } = (await call(GET, { token })).body as { version: number };
    await patch({ delivery: { breaker: { openSeconds: 10 } } });
    const late = await patch({ version, delivery: { breaker: { openSeconds: 20 } } });
    expectProblem(late, 409, 'changed_meanwhile');
    expect((late.body as { errors: unknown }).errors).toContainEqual({
      path: 'delivery.breaker.openSeconds',
      message: 'is now 10, and you send 20',
      code: 'changed_meanwhile',
      params: { theirs: '10', yours: '20' },
    });
    const current = (await call(GET, { token })).body as { version: number };
    const again = await patch({ version: current.version, delivery: { breaker: { openSeconds: 20 } } });
    expect(again).toMatchObject({ status: 200, body: { version: current.version + 1 } });
  });

  it('lets one of two that began from the same version save', async () => {
    await patch({});
    const { version } = (await call(GET, { token })).body as { version: number };
    const saves = [10, 20].map((openSeconds) => patch({ version, delivery: { breaker: { openSeconds } } }));
    expect((await Promise.all(saves)).map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('says in the audit log who it was', async () => {
    const cookie = await signIn('technician');
    await call(PATCH, { cookie, method: 'PATCH', body: { delivery: { retention: { days: 60 } } } });
    const [row] = await sql()`
      select actor_type, before #> '{delivery,retention}' as before, after #> '{delivery,retention}' as after
      from audit_log where action = 'settings.update' order by id desc limit 1`;
    expect(row).toMatchObject({ actor_type: 'user', before: { days: 30 }, after: { days: 60 } });
  });

  it.each<[string, unknown, string]>([
    ['weights all zero', { balanced: { cost: 0, reliability: 0, speed: 0 } }, 'balanced.cost'],
    ['degraded below unhealthy', { breaker: { degradedBelowPercent: 10 } }, 'breaker.degradedBelowPercent'],
    ['a retry in the past', { retries: { faultMinutes: [-5] } }, 'retries.faultMinutes.0'],
    ['a text for a number', { breaker: { failures: '5' } }, 'breaker.failures'],
    ['a fraction of a message', { breaker: { minSample: 2.5 } }, 'breaker.minSample'],
    ['null', { retention: { days: null } }, 'retention.days'],
    ['a list for a section', { retention: [] }, 'retention'],
    ['an unknown field', { retention: { weeks: 4 } }, 'retention.weeks'],
    ['an unknown section', { retentions: {} }, 'retentions'],
    ['a name of the language', { __proto__: null, constructor: {} }, 'constructor'],
  ])('400 for %s, and nothing changes', async (_, delivery, path) => {
    expectProblem(await patch({ delivery }), 400, 'validation_failed', `delivery.${path}`);
    expect((await call(GET, { token })).body).toEqual({ ...DEFAULT_SETTINGS, version: 0 });
  });

  it('says in plain words what is wrong with weights that are all 0, also if only the last of them becomes it', async () => {
    await patch({ delivery: { balanced: { cost: 0, reliability: 0, speed: 20 } } });
    const refused = await patch({ delivery: { balanced: { speed: 0 } } });
    expectProblem(refused, 400, 'validation_failed', 'delivery.balanced.cost');
    expect(refused.body.errors[0].message).toBe('the three weights must not all be 0');
  });

  it.each([[[]], [7], [null], [{ delivery: null }]])('400 for %j', async (body) => {
    expectProblem(await patch(body), 400, 'validation_failed');
  });
});

it('takes a change of our own page from a browser that says only its origin, over plain HTTP by a name', async () => {
  const cookie = await signIn('administrator');
  const change = (origin: string) =>
    call(PATCH, {
      method: 'PATCH',
      cookie,
      body: { general: { currency: 'PYG' } },
      headers: { 'sec-fetch-site': '', host: 'relevo.lan:3000', origin },
    });
  expect((await change('http://relevo.lan:3000')).status).toBe(200);
  expectProblem(await change('http://evil.example'), 403, 'forbidden');
});
