import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reserve } from '@/lib/ai/log/reserve';
import { updateAiProvider } from '@/lib/ai/providers/change';
import { getAiProvider } from '@/lib/ai/providers/find';
import { updateCompany } from '@/lib/companies/update';
import { sql } from '@/lib/database/db';
import { allowAi, makeAiProvider, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { type AiJob, askAi } from './ask';

useDatabaseForEachTest();
allowLoopbackTargets();

const Said = z.strictObject({ text: z.string() });
type Said = z.infer<typeof Said>;
const job: AiJob<Said> = {
  use: 'write',
  name: 'rewrite',
  version: 1,
  instructions: 'Say it again.',
  input: { text: 'Hello' },
  schema: Said,
  maxOutputTokens: 1_500,
  companyId: null,
};
const says = () => ({ text: 'Good morning' });
const ask = (change: Partial<AiJob<Said>> = {}) => askAi(testContext, { ...job, ...change });
const view = (id: string) => getAiProvider(testContext, id);
const calls = () =>
  sql()`select provider, outcome, cost_micros::int as cost, actor_label as who from ai_calls order by id`;

beforeEach(() => allowAi({ write: true }));

describe('what keeps AI from being asked', () => {
  it('is off as it is shipped', async () => {
    await allowAi({ write: false });
    await playAi({ says });
    expect(await ask()).toEqual({ ok: false, reason: 'off', tries: [] });
  });

  it('has nobody to ask', async () => {
    expect(await ask()).toMatchObject({ reason: 'no_provider' });
    await makeAiProvider({ active: false });
    expect(await ask()).toMatchObject({ reason: 'no_provider' });
  });

  it('is forbidden by a company, and by that one alone', async () => {
    const { fake } = await playAi({ says });
    const { id } = await makeCompany();
    await updateCompany(testContext, { id, ai: false });
    expect(await ask({ companyId: id })).toMatchObject({ reason: 'forbidden' });
    expect(fake.asked).toEqual([]);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('never asks a provider of another company', async () => {
    const { key } = await makeCompany();
    const { fake } = await playAi({ says, company: key });
    expect(await ask()).toMatchObject({ reason: 'no_provider' });
    expect(await ask({ companyId: (await makeCompany()).id })).toMatchObject({ reason: 'no_provider' });
    expect(fake.asked).toEqual([]);
  });
});

describe('an answer', () => {
  it('is noted with its cost and who asked, and not with what was said', async () => {
    const { provider } = await playAi({ says, name: 'Ana' });
    // 11 tokens in at 1 dollar, 7 out at 2 for a million.
    expect(await ask()).toMatchObject({
      ok: true,
      output: { text: 'Good morning' },
      provider: 'Ana',
      costMicros: 25,
    });
    expect(await calls()).toEqual([{ provider: 'Ana', outcome: 'ok', cost: 25, who: 'test' }]);
    expect((await view(provider.id)).month).toEqual({ calls: 1, failed: 0, tokens: 18, cost: '0.000025' });
    const [row] = await sql()`select to_jsonb(c)::text as all from ai_calls c`;
    expect(row!.all).not.toMatch(/Hello|morning/);
  });

  it('has an unknown cost where the price is', async () => {
    await playAi({ says, price: null });
    expect(await ask()).toMatchObject({ ok: true, costMicros: null });
  });

  it('that does not pass the check is nobody’s, and the next one is asked', async () => {
    await playAi({ says, name: 'first', priority: 90 });
    await playAi({ says: () => ({ text: 'Hi' }), name: 'second', priority: 10 });
    const check = ({ text }: Said) => (text.length > 3 ? 'too long' : undefined);
    expect(await ask({ check })).toMatchObject({ output: { text: 'Hi' }, provider: 'second' });
  });
});

describe('failover', () => {
  it.each(['overloaded', 'throttled', 'quota', 'bad-key', 'gone', 'html-502', 'drop', 'nonsense'])(
    'goes to the next one: %s',
    async (model) => {
      const { provider } = await playAi({ model, name: 'first', priority: 90 });
      await playAi({ says, name: 'second', priority: 10 });
      const answer = await ask();
      expect(answer).toMatchObject({ ok: true, provider: 'second', tries: [{ provider: 'first' }] });
      expect((await view(provider.id)).month.failed).toBe(1);
    },
  );

  it('asks who was told to wait no more until then, and who needs a person not before one came', async () => {
    const { provider: fast, fake } = await playAi({ model: 'throttled', priority: 90 });
    const { provider: broke, fake: other } = await playAi({ model: 'quota', priority: 80 });
    await playAi({ says, priority: 10 });
    await ask();
    const [told] = await sql()`
      select extract(epoch from open_until - failed_at)::int as seconds from ai_providers where id = ${fast.id}`;
    // Mistral says nothing of how long.
    expect(told!.seconds).toBe(20);
    // However long this machine takes from here on.
    await sql()`update ai_providers set open_until = now() + interval '1 hour' where id = ${fast.id}`;
    await ask();
    expect([fake.asked.length, other.asked.length]).toEqual([1, 1]);
    expect([(await view(fast.id)).state, (await view(broke.id)).state]).toEqual(['resting', 'stopped']);
    await updateAiProvider(testContext, { id: broke.id, model: 'ok' });
    expect((await view(broke.id)).state).toBe('ready');
  });

  it('asks equals in the order in which they are listed', async () => {
    for (const name of ['d', 'B', 'a', 'C', 'e']) await playAi({ model: 'overloaded', name });
    expect((await ask()).tries.map(({ provider }) => provider)).toEqual(['a', 'B', 'C']);
  });

  it('counts no one as a try whom our own limits kept from being asked', async () => {
    for (const name of ['a', 'b', 'c'])
      await playAi({ says, name, priority: 90, budget: { monthly: '0.000001', hard: true } });
    await playAi({ says, name: 'last' });
    expect(await ask()).toMatchObject({ ok: true, provider: 'last' });
  });

  it('leaves alone who failed five times in a row', async () => {
    const { provider, fake } = await playAi({ model: 'overloaded' });
    for (let n = 0; n < 7; n++) await ask();
    expect(fake.asked).toHaveLength(5);
    expect((await view(provider.id)).state).toBe('resting');
    await sql()`update ai_providers set open_until = now() - interval '1 second'`;
    await ask();
    expect(fake.asked).toHaveLength(6);
  });

  it('says whom it asked in vain when nobody answers', async () => {
    await playAi({ model: 'overloaded', name: 'first', priority: 90 });
    await playAi({ model: 'drop', name: 'second', priority: 80 });
    expect(await ask()).toEqual({
      ok: false,
      reason: 'failed',
      tries: [
        { provider: 'first', outcome: 'overload' },
        { provider: 'second', outcome: 'network' },
      ],
    });
  });
});

describe('limits', () => {
  it('a hard budget stops before it is passed, a soft one puts behind the others', async () => {
    // What a call may cost at most is far more than it does.
    const { provider: hard } = await playAi({ says, priority: 90, budget: { monthly: '0.005', hard: true } });
    const { provider: soft } = await playAi({
      says,
      priority: 80,
      budget: { monthly: '0.00001', hard: false },
    });
    const { provider: last } = await playAi({ says, priority: 10 });
    expect(await ask()).toMatchObject({
      provider: soft.name,
      tries: [{ provider: hard.name, outcome: 'budget' }],
    });
    expect(await ask()).toMatchObject({ provider: last.name });
    await sql()`delete from ai_providers where id <> ${hard.id}`;
    await sql()`update ai_calls set provider_id = ${hard.id}, cost_micros = 5000`;
    expect(await ask()).toMatchObject({ ok: false, reason: 'budget', tries: [] });
  });

  it('the budget of all stops all', async () => {
    await allowAi({ monthlyBudget: 1 });
    const { provider } = await playAi({ says });
    await ask();
    await sql()`update ai_calls set cost_micros = 999999 where provider_id = ${provider.id}`;
    expect(await ask()).toMatchObject({ ok: false, reason: 'budget' });
  });

  it('two that begin at once do not both have the last of it', async () => {
    const { id, name, model } = await makeAiProvider();
    const provider = { id, name, model, limits: {}, hardBudgetMicros: 1_000_000 };
    const call = { provider, totalBudgetMicros: null, job: 'test', promptVersion: 1, companyId: null };
    const reserveOne = () =>
      reserve({ ...call, actor: testContext.actor, redacted: true, costMicros: 600_000 });
    const both = await Promise.all([reserveOne(), reserveOne()]);
    expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'budget' }]);
  });

  it.each(['drop', 'nonsense'])(
    'holds what was booked where nobody says what was used: %s',
    async (model) => {
      await playAi({ model });
      expect(await ask()).toMatchObject({ ok: false });
      // Both tries of 1,500 tokens at 2 dollars for a million, and what was asked.
      expect((await calls())[0]!.cost).toBeGreaterThan(6_000);
    },
  );

  it('lets go what a service refused before it used anything', async () => {
    await playAi({ model: 'overloaded' });
    await ask();
    expect(await calls()).toMatchObject([{ outcome: 'overload', cost: 0 }]);
  });

  it('holds what was booked where the answer cannot be noted', async () => {
    await playAi({ says });
    await sql()`alter table ai_calls add check (outcome is null)`;
    await expect(ask()).rejects.toThrow();
    expect(await calls()).toMatchObject([{ outcome: null, cost: expect.any(Number) }]);
  });

  it('no more calls a minute than it may', async () => {
    const { fake } = await playAi({ says, limits: { minute: 2 } });
    for (let n = 0; n < 4; n++) await ask();
    expect(fake.asked).toHaveLength(2);
  });
});

it('personal data does not leave, and comes back with the answer', async () => {
  const { fake } = await playAi({
    says: ({ prompt }) => ({ text: (JSON.parse(prompt) as Said).text }),
  });
  const text = 'Ana <ana.perez@clinica.com.py>, +595 981 234 567, https://x.example/u/t0ken?a=1';
  expect(await ask({ input: { text } })).toMatchObject({ output: { text } });
  expect(fake.asked[0]!.prompt).not.toMatch(/perez|234|t0ken/);
  expect(fake.asked[0]!.prompt).toContain('person1@clinica.com.py');
});

it.each([true, false])(
  'keys and tokens never leave, with personal data taken out or not: %s',
  async (hide) => {
    await allowAi({ hidePersonalData: hide });
    const { fake } = await playAi({ says });
    await ask({ input: { text: 'Authorization: Bearer abc.def.ghi and AKIAIOSFODNN7EXAMPLE' } });
    expect(fake.asked[0]!.prompt).not.toMatch(/abc\.def|IOSFODNN/);
  },
);
