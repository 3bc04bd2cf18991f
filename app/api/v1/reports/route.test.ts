import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeReport, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { GET as preview } from './[id]/preview/route';
import { DELETE, GET as one, PATCH } from './[id]/route';
import { POST as send } from './[id]/send/route';
import { GET, POST } from './route';

useTestDatabase();

const week = {
  name: 'Week',
  frequency: 'weekly',
  hour: 7,
  timeZone: 'America/Asuncion',
  language: 'es',
  recipients: ['director@clinic.example'],
};
let token: string;
let companyId: string;

beforeAll(async () => {
  token = await makeToken();
  await makeProvider();
  companyId = (await makeCompany({ name: 'Clinic', language: 'es', timeZone: 'America/Asuncion' })).id;
});

describeAccess('the list of reports', GET, { scope: 'settings:read', role: 'viewer' });
describeAccess('a new report', POST, {
  scope: 'settings:write',
  role: 'technician',
  request: { body: week },
});
describeAccess('a preview', preview, {
  scope: 'metrics:read',
  role: 'viewer',
  request: { params: { id: newId() } },
});
describeAccess('sending one', send, {
  scope: 'settings:write',
  role: 'technician',
  request: { method: 'POST', params: { id: newId() } },
});

describe('reports by the API', () => {
  it('are made, told, changed, sent and deleted', async () => {
    const made = await call(POST, { token, body: week });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...week, active: true, problem: null, lastSentAt: null, version: 1 });
    expect(new Date(made.body.nextAt).getUTCDay()).toBe(1);
    expect(made.body.nextAt).toMatch(/T10:00:00.000Z$/);
    const params = { id: made.body.id };
    expect((await call(one, { token, params })).body).toEqual(made.body);
    const changed = await call(PATCH, { token, params, method: 'PATCH', body: { hour: 8, version: 1 } });
    expect(changed.body).toMatchObject({ hour: 8, version: 2 });
    expectProblem(
      await call(PATCH, { token, params, method: 'PATCH', body: { hour: 9, version: 1 } }),
      409,
      'changed_meanwhile',
    );
    expect((await call(send, { token, params, method: 'POST' })).body).toMatchObject({
      sent: 1,
      problem: null,
    });
    expect((await call(DELETE, { token, params, method: 'DELETE' })).status).toBe(204);
    expectProblem(await call(one, { token, params }), 404, 'not_found');
  });

  it('take zone and language of their company where none is told', async () => {
    const { timeZone: _zone, language: _language, ...rest } = week;
    const { body } = await call(POST, { token, body: { ...rest, company: companyId } });
    expect(body).toMatchObject({ timeZone: 'America/Asuncion', language: 'es', company: 'clinic' });
  });

  it.each([
    [{ recipients: [] }, 'recipients'],
    [{ recipients: undefined }, 'recipients'],
    [{ recipients: ['nobody'] }, 'recipients.0'],
    [{ recipients: Array.from({ length: 21 }, (_, n) => `p${n}@example.com`) }, 'recipients'],
    [{ timeZone: 'America/Asunción' }, 'timeZone'],
    [{ timeZone: '+03:00' }, 'timeZone'],
    [{ hour: 24 }, 'hour'],
    [{ frequency: 'yearly' }, 'frequency'],
    [{ language: 'fr' }, 'language'],
    [{ company: 'nobody' }, 'company'],
  ])('refuse %j', async (wrong, path) => {
    expectProblem(await call(POST, { token, body: { ...week, ...wrong } }), 400, 'validation_failed', path);
  });

  it('are read in a frame that runs nothing and asks nobody', async () => {
    const { id } = await makeReport();
    const answer = await call(preview, { token, params: { id } });
    expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.text).toMatch(/^<!doctype html>/);
    expectProblem(await call(preview, { token, params: { id: 'nobody' } }), 404, 'not_found');
  });

  it('of all are not those of one company', async () => {
    const { id } = await makeReport();
    const own = await createToken(testContext, {
      name: 'clinic',
      scopes: ['settings:read', 'metrics:read'],
      company: companyId,
    });
    expectProblem(await call(preview, { token: own.token, params: { id } }), 404, 'not_found');
    const { data } = (await call(GET, { token: own.token })).body;
    expect(data.every(({ company }: { company?: string }) => company === 'clinic')).toBe(true);
  });
});
