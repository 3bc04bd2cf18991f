import { describe, expect, it } from 'vitest';
import { releaseOfCompany } from '@/lib/backlog/release-of-company';
import { returnLeases } from '@/lib/capacity/leases';
import { forgetCompanies } from '@/lib/companies/cache';
import { updateCompany } from '@/lib/companies/update';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverMany } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';

useTestDatabase();
useOneTry();

const count = (messages: { status: string }[], status: string) =>
  messages.filter((message) => message.status === status).length;

const used = async (id: string) => {
  await returnLeases();
  return Number(
    (await sql()`select used from usage_windows where owner_id = ${id} and unit = 'month'`)[0]?.used,
  );
};

describe('the limit of a company', () => {
  it('holds over all its providers, keeps a tenth for urgent ones, and says that it is the company', async () => {
    const { id: company } = await makeCompany({ limits: { month: 10 } });
    const [one, two] = [await makeProvider(), await makeProvider({ company })];
    const messages = [
      ...(await deliverMany(6, { company, providers: [one.name] })),
      ...(await deliverMany(6, { company, providers: [two.id] })),
    ];
    expect([count(messages, 'sent'), count(messages, 'parked')]).toEqual([9, 3]);
    const parked = messages.find(({ status }) => status === 'parked')!;
    expect(parked).toMatchObject({ reason: 'company_limit', retryCount: 0, attempts: [] });
    expect(parked.events.at(-1)).toMatchObject({ type: 'parked', detail: { reason: 'company_limit' } });
    const renewal = new Date(parked.dueAt!);
    expect([renewal.getUTCDate(), renewal.getUTCHours(), renewal.getUTCSeconds()]).toEqual([1, 0, 1]);
    const urgent = await deliverMany(2, { company, priority: 'urgent' });
    expect([count(urgent, 'sent'), count(urgent, 'parked')]).toEqual([1, 1]);
    expect(await used(company)).toBe(10);
  });

  it('that cannot be read holds nothing up, and those beside it count', async () => {
    const { id: company } = await makeCompany();
    await makeProvider();
    const spoil = async (limits: string) => {
      await sql()`
        update companies set limits = ${limits}::text::jsonb, time_zone = 'Mars/Olympus' where id = ${company}`;
      forgetCompanies();
    };
    await spoil('{"month":"ten","fortnight":3,"day":2}');
    expect(count(await deliverMany(3, { company, priority: 'urgent' }), 'sent')).toBe(2);
    await spoil('[7]');
    expect(count(await deliverMany(3, { company }), 'sent')).toBe(3);
  });

  it('is no limit of anybody else', async () => {
    const { id: company } = await makeCompany({ limits: { month: 1 } });
    await makeProvider();
    expect(count(await deliverMany(3, {}), 'sent')).toBe(3);
    expect(count(await deliverMany(3, { company, priority: 'urgent' }), 'sent')).toBe(1);
  });

  it('lets one of two through that race for the last unit', async () => {
    const { id: company } = await makeCompany({ limits: { month: 1 } });
    const { name } = await makeProvider();
    const raced = await deliverMany(2, { company, providers: [name], priority: 'urgent' });
    expect([count(raced, 'sent'), count(raced, 'parked')]).toEqual([1, 1]);
    expect(await used(company)).toBe(1);
  });

  it('counts nothing for those who did not get it', async () => {
    const { id: company } = await makeCompany({ limits: { month: 10 } });
    const { name } = await makeProvider();
    const input = { company, providers: [name] };
    await deliverMany(1, { ...input, to: ['bounce@sandbox.test', 'ana@example.com'] });
    await deliverMany(1, { ...input, to: 'down@sandbox.test' });
    expect(await used(company)).toBe(1);
  });

  it('lets those who wait ask again when it is raised', async () => {
    const { id: company } = await makeCompany({ limits: { month: 1 } });
    const { name } = await makeProvider();
    const waiting = await deliverMany(3, { company, providers: [name] });
    const ids = waiting.filter(({ status }) => status === 'parked').map(({ id }) => id);
    await updateCompany(testContext, { id: company, limits: { month: 100 } });
    expect(
      await sql()`select from graphile_worker.jobs where task_identifier = 'release-of-company'`,
    ).toHaveLength(1);
    expect(await releaseOfCompany(company)).toBe(ids.length);
    expect(count(await deliverAgain(ids), 'sent')).toBe(ids.length);
  });
});

describe('the sender of a company', () => {
  it('stands where the message names none, before that of the provider', async () => {
    const { id: company } = await makeCompany({ fromEmail: 'desk@clinic.example', fromName: 'Desk' });
    const { name } = await makeProvider({ fromEmail: 'provider@example.com' });
    const [own] = await deliverMany(1, { company, providers: [name] });
    expect(own).toMatchObject({ status: 'sent', from: { email: 'desk@clinic.example', name: 'Desk' } });
    const [named] = await deliverMany(1, { company, providers: [name], from: 'other@clinic.example' });
    expect(named!.from).toEqual({ email: 'other@clinic.example' });
    const [none] = await deliverMany(1, { providers: [name] });
    expect(none!.from).toMatchObject({ email: 'provider@example.com' });
  });
});

describe('a name', () => {
  it("means one's own provider first, then the shared one", async () => {
    const { id: company } = await makeCompany();
    const shared = await makeProvider({ name: 'office' });
    const own = await makeProvider({ name: 'Office', company });
    const [mine] = await deliverMany(1, { company, providers: ['office'] });
    const [common] = await deliverMany(1, { providers: ['office'] });
    expect([mine!.attempts[0]!.provider, common!.attempts[0]!.provider]).toEqual([own.name, shared.name]);
  });
});
