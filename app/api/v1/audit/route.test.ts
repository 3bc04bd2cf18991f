import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET as exportCsv } from '../audit.csv/route';
import { GET } from './route';

useTestDatabase();

let token: string;
let provider: { id: string; version: number };
beforeAll(async () => {
  token = await makeToken();
  const input = {
    name: '=Main',
    kind: 'smtp',
    settings: { host: 'mail.example.com', port: 587, security: 'starttls', username: 'ana' },
  };
  provider = await createProvider(
    testContext,
    ProviderInput.parse({ ...input, secrets: { password: 'hunter2-hunter2' } }),
  );
  await updateProvider(testContext, {
    id: provider.id,
    name: '=Main',
    priority: 77,
    fromEmail: 'a@clinic.example',
  } as never);
  await makeCompany();
});

describeAccess('GET', GET, { scope: 'audit:read', role: 'technician' });

const list = (query: Record<string, string> = {}) => call(GET, { token, query });

describe('GET', () => {
  it('tells who did what to what, field by field, without secrets', async () => {
    const { body, text } = await list({ subject: provider.id });
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
      'provider.update',
      'provider.create',
    ]);
    const [changed, made] = body.data;
    expect(changed).toMatchObject({
      actor: { type: 'command', id: null, name: 'test' },
      subject: { id: provider.id, name: '=Main' },
    });
    expect(changed.changes).toContainEqual({ field: 'fromEmail', after: 'a@clinic.example' });
    expect(changed.changes).toContainEqual(expect.objectContaining({ field: 'priority', after: 77 }));
    expect(made.changes).toContainEqual({ field: 'settings.host', after: 'mail.example.com' });
    expect(text).not.toContain('hunter2');
  });

  it('finds by actor, noun, action and time, and pages', async () => {
    const actions = async (query: Record<string, string>) =>
      (await list(query)).body.data.map(({ action }: { action: string }) => action);
    expect(new Set(await actions({ action: 'company' }))).toEqual(new Set(['company.create']));
    expect(await actions({ action: 'provider.update' })).toEqual(['provider.update']);
    expect(await actions({ action: 'prov' })).toEqual([]);
    expect(await actions({ actor: 'TEST', action: 'provider' })).toHaveLength(2);
    expect(await actions({ actor: 'nobody' })).toEqual([]);
    expect(await actions({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
    const ids = ({ body }: Awaited<ReturnType<typeof list>>) => body.data.map(({ id }: { id: string }) => id);
    const first = await list({ limit: '1' });
    const second = await list({ limit: '1', cursor: first.body.nextCursor });
    expect([...ids(first), ...ids(second)]).toEqual(ids(await list({ limit: '2' })));
    expectProblem(await list({ subject: 'x' }), 400, 'validation_failed', 'subject');
  });

  it('shows a company its own alone', async () => {
    const company = await makeCompany();
    const row = {
      id: newId(),
      company_id: company.id,
      actor_type: 'job',
      actor_label: 'x',
      action: 'provider.test',
      request_id: 'r',
    };
    await sql()`insert into audit_log ${sql()(row)}`;
    const { createToken } = await import('@/lib/tokens/create');
    const bound = await createToken(testContext, {
      name: 'own',
      scopes: ['audit:read'],
      company: company.id,
    });
    const { body } = await call(GET, { token: bound.token });
    expect(body.data.map(({ action }: { action: string }) => action)).toEqual([
      // By commands, in its own things.
      'token.create',
      'provider.test',
      'company.create',
    ]);
  });

  it('is a file whose cells are no formulas', async () => {
    const { text, headers } = await call(exportCsv, { token, query: { subject: provider.id } });
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\n')[0]).toContain('at,actorType,actor,action,subject');
    expect(text).toContain("'=Main");
    expect(text).toContain('priority');
  });
});

describe('the chain', () => {
  it('holds, also of many changes at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => makeCompany()));
    const [{ count }] = (await sql()`select count(*)::int as count from audit_log`) as unknown as [
      { count: number },
    ];
    expect(await verifyAudit()).toMatchObject({ checked: count, head: { number: count }, broken: null });
  });

  it.each<[string, (id: string) => Promise<unknown>, string, number]>([
    [
      'changed',
      (id) => sql()`update audit_log set actor_label = 'somebody else' where id = ${id}`,
      'changed',
      0,
    ],
    [
      'changed in its time by a millisecond',
      (id) => sql()`update audit_log set at = at + interval '1 ms' where id = ${id}`,
      'changed',
      0,
    ],
    ['taken out', (id) => sql()`delete from audit_log where id = ${id}`, 'missing', 1],
  ])('shows the first row that was %s', async (_, tamper, why, after) => {
    const [row] = await sql()`select id, number::int from audit_log where number = 3`;
    const kept = await sql()`select * from audit_log where id = ${row!.id}`;
    await tamper(row!.id);
    expect((await verifyAudit()).broken).toMatchObject({ number: 3 + after, why });
    await sql()`alter table audit_log disable trigger audit_chain`;
    await sql()`delete from audit_log where id = ${row!.id}`;
    await sql()`insert into audit_log ${sql()(kept)}`;
    await sql()`alter table audit_log enable trigger audit_chain`;
    expect((await verifyAudit()).broken).toBeNull();
  });
});
