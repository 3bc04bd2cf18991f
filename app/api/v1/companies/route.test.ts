import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { DELETE, GET as GET_ONE, PATCH } from './[id]/route';
import { GET, POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const input = { name: 'Clínica San José' };
const params = { id: newId() };
describeAccess('GET', GET, { scope: 'companies:read', role: 'viewer' });
describeAccess('POST', POST, { scope: 'companies:write', role: 'technician', request: { body: input } });
describeAccess('GET one', GET_ONE, { scope: 'companies:read', role: 'viewer', request: { params } });
describeAccess('PATCH', PATCH, {
  scope: 'companies:write',
  role: 'technician',
  request: { method: 'PATCH', params, body: { name: 'Other' } },
});
describeAccess('DELETE', DELETE, {
  scope: 'companies:write',
  role: 'technician',
  request: { method: 'DELETE', params },
});

describe('POST', () => {
  it('201 with a key made of the name, numbered where it is taken', async () => {
    const first = await call(POST, { token, body: { name: 'Taller Ñandutí' } });
    expect(first).toMatchObject({ status: 201, body: { key: 'taller-nanduti', version: 1, limits: {} } });
    const second = await call(POST, { token, body: { name: 'Taller Ñandutí.' } });
    expect(second.body.key).toBe('taller-nanduti-2');
    const keys: string[] = (await call(GET, { token })).body.data.map(({ key }: { key: string }) => key);
    expect(keys.filter((key) => key.startsWith('taller'))).toEqual(['taller-nanduti', 'taller-nanduti-2']);
    const ids = [first.body.id, second.body.id];
    const audited = sql()`select from audit_log where action = 'company.create' and subject_id = any(${ids})`;
    expect(await audited).toHaveLength(2);
  });

  it.each<[object, string]>([
    [{}, 'name'],
    [{ name: 'A', key: 'Not A Key' }, 'key'],
    // ISO 3166-1: XX is user-assigned, EU exceptionally reserved; neither is a country.
    [{ name: 'A', country: 'XX' }, 'country'],
    [{ name: 'A', country: 'EU' }, 'country'],
    [{ name: 'A', timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ name: 'A', currency: 'XYZ' }, 'currency'],
    [{ name: 'A', language: 'gn' }, 'language'],
    [{ name: 'A', fromEmail: 'nobody' }, 'fromEmail'],
    [{ name: 'A', brand: { color: 'red' } }, 'brand.color'],
    [{ name: 'A', brand: { website: 'javascript:alert(1)' } }, 'brand.website'],
    [{ name: 'A', limits: { second: 1 } }, 'limits.second'],
    [{ name: 'A', limits: { minute: 100, day: 50 } }, 'limits.minute'],
  ])('400: %j', async (body, path) => {
    expectProblem(await call(POST, { token, body }), 400, 'validation_failed', path);
  });

  it('409: a name or a key that is taken, whatever the letter case', async () => {
    await makeCompany({ name: 'Twice', key: 'twice' });
    expectProblem(await call(POST, { token, body: { name: 'TWICE' } }), 409, 'name_taken', 'name');
    expectProblem(await call(POST, { token, body: { name: 'Two', key: 'twice' } }), 409, 'name_taken', 'key');
  });
});

describe('one company', () => {
  it('is found by id, key and name, and changed where named only', async () => {
    const { id } = await makeCompany({ name: 'Found', key: 'found', country: 'PY' });
    for (const ref of [id, 'found', 'FOUND'])
      expect((await call(GET_ONE, { token, params: { id: ref } })).body.id).toBe(id);
    const body = { currency: 'PYG', limits: { day: 100 }, version: 1 };
    const changed = await call(PATCH, { method: 'PATCH', token, params: { id: 'found' }, body });
    expect(changed.body).toMatchObject({ country: 'PY', currency: 'PYG', limits: { day: 100 }, version: 2 });
  });

  it('409 for who read it before somebody else saved', async () => {
    const { id } = await makeCompany({ name: 'Raced' });
    const save = (country: string) =>
      call(PATCH, { method: 'PATCH', token, params: { id }, body: { country, version: 1 } });
    expect((await save('PY')).status).toBe(200);
    const late = await save('AR');
    expectProblem(late, 409, 'changed_meanwhile', 'country');
    expect(late.body.errors[0]).toMatchObject({ params: { theirs: 'PY', yours: 'AR' } });
    expect((await call(GET_ONE, { token, params: { id } })).body.country).toBe('PY');
  });

  it('404 for one that is not there', async () => {
    expectProblem(await call(GET_ONE, { token, params }), 404, 'not_found');
    const body = { country: 'PY' };
    expectProblem(await call(PATCH, { method: 'PATCH', token, params, body }), 404, 'not_found');
    expectProblem(await call(DELETE, { method: 'DELETE', token, params }), 404, 'not_found');
  });
});

describe('DELETE', () => {
  it('409 with what belongs to it, 204 once nothing does', async () => {
    const { id } = await makeCompany({ name: 'Leaving' });
    const provider = await makeProvider();
    await sql()`update providers set company_id = ${id} where id = ${provider.id}`;
    const refused = await call(DELETE, { method: 'DELETE', token, params: { id } });
    expectProblem(refused, 409, 'conflict');
    expect(refused.body.detail).toBe('Leaving still has 1 provider. Delete or move them first.');
    await sql()`update providers set company_id = null where id = ${provider.id}`;
    expect((await call(DELETE, { method: 'DELETE', token, params: { id } })).status).toBe(204);
  });
});
