import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rollUp } from '@/lib/metrics/roll-up';
import { forgetTotals } from '@/lib/prometheus/totals';
import { updateSettings } from '@/lib/settings/update';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { type Exposed, parseExposition } from '@/lib/testing/exposition';
import { makeCompany, makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { GET } from './route';

useTestDatabase();

describeAccess('metrics for Prometheus', GET, { scope: 'metrics:read', role: 'viewer' });

let token: string;
let companyToken: string;
const HOSTILE = 'Dear "mail" \\ x';

beforeAll(async () => {
  token = await makeToken();
  const company = await makeCompany({ name: 'Clinic' });
  companyToken = (
    await createToken(testContext, { name: 'clinic', scopes: ['metrics:read'], company: company.id })
  ).token;
  const limits = { day: 100 };
  const budget = { monthly: '1', hard: false };
  await makeProvider({ name: 'Cheap', priority: 90, costPerMessage: '0.001', limits, budget });
  await makeProvider({ name: HOSTILE, priority: 10, costPerMessage: '0.01' });
  await makeProvider({ name: 'Cheap', priority: 5, company: company.id });
  const made = await Promise.all([
    makeMessage(),
    makeMessage({ category: 'marketing', tags: ['secret-tag'] }),
    makeMessage({ to: 'down+cheap@sandbox.test' }),
    makeMessage({ to: 'bounce@sandbox.test' }),
  ]);
  await deliverMessages(
    newId(),
    made.map(({ id }) => id),
  );
  await makeMessage({ scheduledAt: new Date(Date.now() + 86_400_000).toISOString() });
});

const scrape = async (given = token) => parseExposition((await call(GET, { token: given })).text);
const totalOf = (families: Map<string, Exposed>, family: string, labels: Record<string, string>) => {
  const found = families
    .get(family)
    ?.samples.filter((each) => Object.entries(labels).every(([name, value]) => each.labels[name] === value));
  return found?.reduce((sum, { value }) => sum + value, 0);
};

describe('GET /api/metrics', () => {
  it('is the text format 0.0.4, never stored', async () => {
    const { status, headers } = await call(GET, { token });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('counts messages, attempts and costs by provider', async () => {
    const told = await scrape();
    const of = (family: string, labels = {}) => totalOf(told, family, labels);
    expect(of('relevo_messages_total', { state: 'sent' })).toBe(3);
    expect(of('relevo_messages_total', { state: 'failed' })).toBe(1);
    expect(of('relevo_messages_total', { category: 'marketing', state: 'sent', provider: 'Cheap' })).toBe(1);
    expect(of('relevo_attempts_total')).toBe(5);
    expect(of('relevo_attempts_faulty_total', { provider: 'Cheap' })).toBe(1);
    expect(of('relevo_failovers_total', { provider: 'Cheap' })).toBe(1);
    expect(of('relevo_cost_total', { currency: 'USD' })).toBeCloseTo(0.012);
    expect(of('relevo_message_responses_total', { response: 'bounced' })).toBe(1);
    expect(of('relevo_queue_messages', { state: 'scheduled', priority: 'normal' })).toBe(1);
    expect(of('relevo_provider_limit', { provider: 'Cheap', window: 'day' })).toBe(100);
    expect(of('relevo_provider_budget_used_ratio', { provider: 'Cheap' })).toBeCloseTo(0.002);
    expect(of('relevo_breaker_open', { provider: 'Cheap' })).toBe(0);
    expect(of('relevo_workers')).toBe(0);
    expect(of('relevo_database_connections', { state: 'active' })).toBeGreaterThan(0);
    expect(of('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  });

  it('says the same after folding, and of days that are over', async () => {
    const counters = async () =>
      [...(await scrape()).values()].filter(({ name }) => /^relevo_.*_total$/.test(name));
    const before = await counters();
    await rollUp();
    expect(await counters()).toEqual(before);
    // The same once more, nine days ago.
    await sql()`update delivery_days set day = day - 9`;
    await sql()`update response_counts set quarter = quarter - interval '9 days'`;
    onTestFinished(async () => {
      await sql()`update delivery_days set day = day + 9`;
      await sql()`update response_counts set quarter = quarter + interval '9 days'`;
      forgetTotals();
    });
    forgetTotals();
    const times = (name: string) => (name === 'relevo_message_responses_total' ? 1 : 2);
    for (const { name, samples } of await counters()) {
      const known = before.find((family) => family.name === name)!.samples;
      const value = (labels: object) =>
        known.find((each) => JSON.stringify(each.labels) === JSON.stringify(labels))?.value;
      for (const sample of samples)
        expect(sample.value, name).toBeCloseTo(value(sample.labels)! * times(name));
    }
  });

  it('has neither addresses nor subjects nor tags in it, and few labels', async () => {
    const told = await scrape();
    const labels = [...told.values()].flatMap(({ samples }) => samples.map((each) => each.labels));
    const names = new Set(labels.flatMap(Object.keys));
    expect([...names].toSorted()).toEqual(
      [
        'category',
        'channel',
        'currency',
        'le',
        'outcome',
        'priority',
        'provider',
        'response',
        'state',
        'window',
      ].toSorted(),
    );
    expect(JSON.stringify(labels)).not.toMatch(/@|secret-tag|Receipt/);
  });

  it('tells providers of one name apart', async () => {
    const active = (await scrape()).get('relevo_provider_active')!.samples;
    expect(active.map(({ labels }) => labels.provider).toSorted()).toEqual([
      'Cheap',
      'Cheap (clinic)',
      HOSTILE,
    ]);
  });

  it('tells a company what is of it, and nothing of the system', async () => {
    const told = await scrape(companyToken);
    expect(totalOf(told, 'relevo_messages_total', { state: 'sent' })).toBeUndefined();
    expect(totalOf(told, 'relevo_queue_messages', {})).toBe(0);
    expect(
      [...told.keys()].filter((name) => /^(process|nodejs|relevo_(workers|database))/.test(name)),
    ).toEqual([]);
  });
});

/** https://prometheus.io/docs/practices/naming/, and what `promtool check metrics` complains of. */
describe('names', () => {
  it('follow the conventions of the field', async () => {
    for (const { name, type, help } of (await scrape()).values()) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(name).toMatch(/^(relevo|process|nodejs)_/);
      expect(help, name).toMatch(/^\S.*\.$/);
      expect(name.endsWith('_total'), name).toBe(type === 'counter' && name.endsWith('_total'));
      if (type === 'counter') expect(name).toMatch(/_total$/);
      expect(name).not.toMatch(/_(count|sum|bucket|info)$/);
      expect(name).not.toMatch(/milli|minute|hour|_ms|_kb|kilo|percent|gauge|counter|histogram/);
    }
  });

  it('of a histogram: buckets grow, and the last is the count', async () => {
    const { samples } = (await scrape()).get('relevo_attempt_duration_seconds')!;
    const own = samples.filter(
      ({ labels }) => labels.provider === 'Cheap' && labels.category === 'transactional',
    );
    const buckets = own.filter(({ name }) => name.endsWith('_bucket'));
    const bounds = buckets.map(({ labels }) => Number(labels.le!.replace('+Inf', 'Infinity')));
    expect(bounds).toEqual([0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, Number.POSITIVE_INFINITY]);
    expect(buckets.map(({ value }) => value)).toEqual(
      buckets.map(({ value }) => value).toSorted((a, b) => a - b),
    );
    expect(own.find(({ name }) => name.endsWith('_count'))!.value).toBe(buckets.at(-1)!.value);
  });

  it('of the dashboard are those that there are', async () => {
    const dashboard = JSON.parse(readFileSync('docs/grafana/relevo.json', 'utf8'));
    const told = await scrape();
    const samples = [...told.values()].flatMap((family) => family.samples);
    const asked = (dashboard.panels as { targets?: { expr: string }[] }[])
      .flatMap(({ targets }) => targets ?? [])
      .flatMap(({ expr }) => [...expr.matchAll(/\b((?:relevo|process|nodejs)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)]);
    expect(asked.length).toBeGreaterThan(15);
    for (const [, name, inside = ''] of asked) {
      const own = samples.filter((sample) => sample.name === name);
      expect(own.length, name).toBeGreaterThan(0);
      for (const [, label] of inside.matchAll(/([a-z_]+)[=!~]+/g))
        expect(
          own.some(({ labels }) => label! in labels),
          `${name}{${label}}`,
        ).toBe(true);
    }
  });
});

describe('from an address that is allowed', () => {
  const from = (address: string, headers = {}) =>
    call(GET, { headers: { 'x-relevo-client-address': address, ...headers } });
  const allow = (metricsAllow: string[], apiDeny: string[] = []) =>
    updateSettings(testContext, { security: { metricsAllow, apiDeny } });
  afterEach(() => allow([]));

  it('no token is needed; from another one it is', async () => {
    await allow(['192.0.2.0/28']);
    expect((await from('192.0.2.7')).status).toBe(200);
    expect((await from('::ffff:192.0.2.7')).status).toBe(200);
    for (const other of ['192.0.2.77', 'unknown', '']) expectProblem(await from(other), 401, 'unauthorized');
  });

  it('of itself none is, the machine itself neither', async () => {
    for (const address of ['127.0.0.1', '::1']) expectProblem(await from(address), 401, 'unauthorized');
  });

  it('who shows a wrong token is judged by it', async () => {
    await allow(['192.0.2.0/28']);
    expectProblem(await from('192.0.2.7', { authorization: 'Bearer rlv_x' }), 401, 'unauthorized');
  });

  it('denied to programs is denied', async () => {
    await allow(['192.0.2.0/28'], ['192.0.2.7/32']);
    expectProblem(await from('192.0.2.7'), 401, 'unauthorized');
  });
});
