import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetOldSuppressions } from '@/lib/suppressions/forget-old';
import { suppress } from '@/lib/suppressions/suppress';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { ago, apply, deletions, KINDS, lift, make, ours, read } from '@/lib/testing/held-lists';
import { LIST_PLAYS } from '@/lib/testing/list-plays';
import { keepLists } from './keep-lists';
import { applyProviderLists, getProviderLists, readProviderLists, setProviderLists } from './lists';

useTestDatabase();
allowLoopbackTargets();
beforeEach(() => sql()`delete from suppressions`);

it('holds again whom it began to hold after the lifting', async () => {
  const service = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(9) }]);
  await suppress({
    companyId: null,
    address: 'ana@example.com',
    cause: 'hard_bounce',
    category: null,
    at: ago(10),
  });
  await sql()`update suppressions set lifted_at = ${ago(5)}`;
  expect((await read(service.id)).difference).toMatchObject({ theirs: { total: 0 }, lifted: { total: 1 } });
  service.held[0]!.at = ago(1);
  expect((await read(service.id)).difference).toMatchObject({ theirs: { total: 1 }, lifted: { total: 0 } });
});

it('is not told of whom another company still has on its list, nor of what Relevo lifted by itself', async () => {
  const service = await make('sendgrid', [
    { list: 'bounces', address: 'ana@example.com', at: ago(9) },
    { list: 'bounces', address: 'bo@example.com', at: ago(9) },
  ]);
  const [a, b] = [await makeCompany(), await makeCompany()];
  const bounced = { cause: 'hard_bounce', category: null, at: ago(9) } as const;
  await suppress([
    { companyId: a.id, address: 'ana@example.com', ...bounced },
    { companyId: b.id, address: 'ana@example.com', ...bounced },
    { companyId: null, address: 'bo@example.com', ...bounced, cause: 'soft_bounces' },
  ]);
  await sql()`update suppressions set lifted_at = now() where company_id = ${a.id} or cause = 'soft_bounces'`;
  expect((await read(service.id)).difference?.lifted.total).toBe(0);
  await sql()`update suppressions set lifted_at = now() where company_id = ${b.id}`;
  expect((await read(service.id)).difference?.lifted.total).toBe(1);
});

it.each(KINDS)('an answer of %s that is no list leaves what is known, and is no end of it', async (kind) => {
  const [list] = Object.keys(LIST_PLAYS[kind].lists);
  const service = await make(kind, [{ list: list!, address: 'ana@example.com', at: ago(3) }]);
  expect(await read(service.id)).toMatchObject({ held: 1, problem: null });
  service.fault = ({ method }) => (method === 'GET' ? { status: 200, body: {} } : undefined);
  expect(await read(service.id)).toMatchObject({ held: 1, step: 'read', problem: 'unreachable' });
});

it('does not take over for ever what ran out here since', async () => {
  const service = await make('brevo', [{ list: 'adminBlocked', address: 'ana@example.com', at: ago(9) }]);
  const byHand = { companyId: null, address: 'ana@example.com', cause: 'manual', category: null } as const;
  await suppress({ ...byHand, at: ago(5), expiresAt: ago(1) });
  expect((await read(service.id)).difference?.theirs.total).toBe(0);
  expect(await apply(service.id)).toMatchObject({ imported: 0, step: 'rest' });
});

it('a no to keeping them in step holds for the run that is under way', async () => {
  const { id } = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(1) }]);
  await setProviderLists(testContext, { id, nightly: true });
  await sql()`update provider_lists set step = 'read', applies = true, run_id = gen_random_uuid(), begun_at = now() where provider_id = ${id}`;
  await setProviderLists(testContext, { id, nightly: false });
  await keepLists();
  expect(await getProviderLists(testContext, { id })).toMatchObject({ held: 1, step: 'rest' });
  expect(await ours()).toEqual([]);
});

it('what was lifted is not forgotten while a service holds it', async () => {
  const service = await make('postmark', [{ list: 'HardBounce', address: 'ana@example.com', at: ago(90) }]);
  await read(service.id);
  await apply(service.id);
  await sql()`update suppressions set lifted_at = ${ago(60)}`;
  await forgetOldSuppressions(30);
  expect((await getProviderLists(testContext, service)).difference).toMatchObject({
    theirs: { total: 0 },
    lifted: { total: 1 },
  });
});

it('at Postmark refuses to let complaints go: said once, and not asked again', async () => {
  const service = await make('postmark', [{ list: 'SpamComplaint', address: 'ana@example.com', at: ago(2) }]);
  await read(service.id);
  await apply(service.id);
  await lift('ana@example.com');
  expect(await apply(service.id)).toMatchObject({
    removed: 0,
    step: 'rest',
    difference: { lifted: { total: 0 } },
  });
  await apply(service.id);
  await read(service.id);
  await apply(service.id);
  expect(deletions(service)).toHaveLength(1);
});

it('of Mailgun follows its next page without going to the host that it names', async () => {
  const held = Array.from({ length: 1_001 }, (_, n) => ({
    list: 'bounces',
    address: `n${n}@x.example`,
    at: ago(1),
  }));
  const { id, calls } = await make('mailgun', held);
  expect(await read(id)).toMatchObject({ held: 1_001, problem: null });
  expect(calls.some(({ path }) => path.includes('page=next'))).toBe(true);
});

it('forgets whom the service holds no more', async () => {
  const service = await make('brevo', [
    { list: 'hardBounce', address: 'ana@example.com', at: ago(2) },
    { list: 'hardBounce', address: 'bo@example.com', at: ago(2) },
  ]);
  await read(service.id);
  service.held.splice(0, 1);
  expect(await read(service.id)).toMatchObject({ held: 1, difference: { theirs: { total: 1 } } });
});

it('stops at a key that may not, and says so without it', async () => {
  const service = await make('sendgrid');
  service.fault = () => ({
    status: 403,
    body: { errors: [{ message: `not with ${LIST_PLAYS.sendgrid.secrets.apiKey}` }] },
  });
  const stopped = await read(service.id);
  expect(stopped).toMatchObject({ step: 'rest', problem: 'permission', readAt: null, waitsUntil: null });
  expect(stopped.detail).not.toContain(LIST_PLAYS.sendgrid.secrets.apiKey);
});

it('is kept in step each night only where somebody switched that on', async () => {
  const held = [{ list: 'hardBounce', address: 'ana@example.com', at: ago(2) }];
  const [off, on] = [await make('brevo', held), await make('brevo', [...held])];
  await setProviderLists(testContext, { id: off.id, nightly: false });
  await setProviderLists(testContext, { id: on.id, nightly: true });
  await keepLists();
  await keepLists();
  expect([off.calls.length, on.calls.length]).toEqual([0, 1]);
  expect(await ours()).toMatchObject([{ address: 'ana@example.com' }]);
  await sql()`update provider_lists set begun_at = now() - interval '25 hours'`;
  await keepLists();
  expect([off.calls.length, on.calls.length]).toEqual([0, 2]);
});

it('two processes at once read each page once; one that died leaves its claim, which runs out', async () => {
  const { id, calls } = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(2) }]);
  await readProviderLists(testContext, { id });
  await Promise.all([keepLists(), keepLists(), keepLists()]);
  expect(calls).toHaveLength(1);
  await readProviderLists(testContext, { id });
  await sql()`update provider_lists set claimed_until = now() + interval '1 minute' where provider_id = ${id}`;
  await keepLists();
  expect(calls).toHaveLength(1);
  await sql()`update provider_lists set claimed_until = now() - interval '1 second' where provider_id = ${id}`;
  await keepLists();
  expect(calls).toHaveLength(2);
});

it('whose claim ran out meanwhile and is another one’s leaves both the claim and the list to that one', async () => {
  const { id } = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(2) }]);
  await readProviderLists(testContext, { id });
  // While the first page is written, as after a long stall.
  await sql().unsafe(`
    create function take_claim() returns trigger language plpgsql as $$ begin
      update provider_lists set claimed_until = now() + interval '77 minutes'; return null; end $$;
    create trigger take_claim after insert on held_addresses execute function take_claim()`);
  await keepLists();
  await sql().unsafe('drop function take_claim cascade');
  const [row] = await sql()`
    select step, read_at, claimed_until > now() + interval '1 hour' as theirs from provider_lists where provider_id = ${id}`;
  expect(row).toEqual({ step: 'read', read_at: null, theirs: true });
});

it('asked for twice is read once; while it is taken over it is not read', async () => {
  const { id, calls } = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(2) }]);
  await readProviderLists(testContext, { id });
  await readProviderLists(testContext, { id });
  await keepLists();
  expect(calls).toHaveLength(1);
  await applyProviderLists(testContext, { id });
  await expect(readProviderLists(testContext, { id })).rejects.toMatchObject({
    options: { reason: { code: 'list_under_way' } },
  });
  await keepLists();
});

describe('is refused', () => {
  it('where nothing was read yet, and where the service documents no list', async () => {
    const { id } = await make('brevo');
    await expect(applyProviderLists(testContext, { id })).rejects.toMatchObject({
      options: { reason: { code: 'list_not_read' } },
    });
    const { id: resend } = await makeProvider({ kind: 'resend', secrets: { apiKey: 're_0123456789' } });
    expect(await getProviderLists(testContext, { id: resend })).toMatchObject({ supported: false });
    await expect(readProviderLists(testContext, { id: resend })).rejects.toMatchObject({
      options: { reason: { code: 'no_list' } },
    });
  });

  it('to a company, of a provider that all share: it has the recipients of others', async () => {
    const { id } = await make('brevo', [{ list: 'hardBounce', address: 'ana@example.com', at: ago(2) }]);
    await read(id);
    const company = await makeCompany();
    const actor = {
      type: 'token',
      id: '1',
      label: 'theirs',
      scopes: ['suppressions:read', 'suppressions:write'],
    } as const;
    const theirs = { ...testContext, companyId: company.id, actor: { ...actor, scopes: [...actor.scopes] } };
    expect(await getProviderLists(theirs, { id })).toMatchObject({ held: 0, difference: null });
    for (const verb of [readProviderLists, applyProviderLists])
      await expect(verb(theirs, { id })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
