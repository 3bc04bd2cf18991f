import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { GET as costs } from '../costs/route';
import { GET } from './route';

useTestDatabase();

describeAccess('the forecast', GET, { scope: 'metrics:read', role: 'viewer' });

const HOUR_MS = 3_600_000;
let token: string;

/** So many in each of the last hours, the present one not. */
async function plant(providerId: string, hours: number, messages: number, companyId?: string) {
  await sql()`
    insert into delivery_minutes (minute, provider_id, company_id, category, slot, messages_sent, recipients_sent, attempts_sent, cost_micros, last_used_at)
    select date_trunc('hour', now()) - n * interval '1 hour', ${providerId}, ${companyId ?? '00000000-0000-0000-0000-000000000000'}, 'transactional', 0,
      ${messages}::int, ${messages}::int, ${messages}::int, ${messages * 1_000}::int, now()
    from generate_series(1, ${hours}::int) n`;
}

beforeAll(async () => {
  token = await makeToken();
  const limits = { day: 2 };
  const budget = { monthly: '100', hard: false };
  const steady = await makeProvider({ name: 'Steady', monthlyFee: '20', limits, budget });
  await plant(steady.id, 28 * 24, 6);
  const young = await makeProvider({ name: 'Young', limits, budget });
  await plant(young.id, 13 * 24, 2);
});

const ask = async (query: Record<string, string> = {}, given = token) =>
  (await call(GET, { token: given, query })).body;

describe('GET /metrics/forecast', () => {
  it('foretells of what was always the same that it stays so', async () => {
    const { volume, weeks, knownDays } = await ask({ provider: 'Steady' });
    expect({ weeks, knownDays }).toEqual({ weeks: 4, knownDays: 28 });
    expect(volume).toMatchObject({ nextDays: 7, expected: 7 * 24 * 6, low: 7 * 24 * 6, high: 7 * 24 * 6 });
    const whole = volume.data.filter(
      ({ actual, expected }: Record<string, number>) => actual === null && expected !== null,
    );
    expect(whole).toHaveLength(7);
    for (const day of whole) expect(day).toMatchObject({ expected: 144, low: 144, high: 144 });
    const [present] = volume.data.filter(
      ({ actual, expected }: Record<string, number>) => actual !== null && expected !== null,
    );
    // What was, and what is left of the day; the present hour was planted empty.
    expect(present.expected).toBeGreaterThanOrEqual(144 - 6);
    expect(present.expected).toBeLessThanOrEqual(144);
    expect(volume.data.filter((day: { expected: unknown }) => day.expected === null)).toHaveLength(13);
  });

  it('says when a limit is used up, if that is before it renews', async () => {
    const { limits, at } = await ask({ provider: 'Steady' });
    const [{ unit, capacity, endsAt, usedUp }] = limits;
    expect({ unit, capacity }).toEqual({ unit: 'day', capacity: 1 });
    const tenMinutes = Date.parse(at) + HOUR_MS / 6;
    if (tenMinutes >= Date.parse(endsAt)) expect(usedUp.expected).toBeNull();
    else expect(Math.abs(Date.parse(usedUp.expected) - tenMinutes)).toBeLessThan(1_000);
  });

  it('says what a budget will have paid at the month’s end, with the fee, as the costs do', async () => {
    const { budgets, at } = await ask({ provider: 'Steady' });
    const [{ used, expected, low, high, monthly, exceeded, endsAt }] = budgets;
    const rest = ((Date.parse(endsAt) - Date.parse(at)) / HOUR_MS) * 0.006;
    expect(Number(expected) - Number(used)).toBeCloseTo(rest, 3);
    expect([low, high]).toEqual([expected, expected]);
    expect(Number(used)).toBeGreaterThanOrEqual(20);
    expect({ monthly, exceeded }).toEqual({ monthly: '100', exceeded: false });
    const { providers } = (await call(costs, { token })).body;
    const month = providers.find((row: { provider?: { name: string } }) => row.provider?.name === 'Steady');
    if (month.forecast !== null) expect(Number(month.forecast)).toBeCloseTo(Number(expected), 3);
  });

  it('foretells nothing with less than two weeks', async () => {
    const answer = await ask({ provider: 'Young' });
    expect(answer).toMatchObject({ volume: null, weeks: 0, knownDays: 13, neededDays: 14 });
    expect([answer.limits, answer.budgets]).toEqual([[], []]);
  });

  it('tells a company of its own messages alone, and of no budget that all share', async () => {
    const { id } = await makeCompany();
    const own = await createToken(testContext, { name: 'own', scopes: ['metrics:read'], company: id });
    expect(await ask({}, own.token)).toMatchObject({ volume: null, knownDays: 0, budgets: [] });
  });

  it('refuses a provider that there is not, and fields that it does not know', async () => {
    expectProblem(await call(GET, { token, query: { provider: 'Nobody' } }), 404, 'not_found');
    expectProblem(await call(GET, { token, query: { days: '9999' } }), 400, 'validation_failed');
  });
});
