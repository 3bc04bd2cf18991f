import { expect, it, onTestFinished } from 'vitest';
import { sql } from '@/lib/database/db';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverMany, failuresOf, worker } from '@/lib/testing/deliver';
import { makeProvider } from '@/lib/testing/factories';
import { useOwnProviders } from '@/lib/testing/own-providers';
import { PacedApi } from '@/lib/testing/paced-api';
import { watchStandstill } from '@/lib/testing/stood-still';
import { until } from '@/lib/testing/until';
import { LinePuller } from './pull-lines';

useTestDatabase();
allowLoopbackTargets();
useOwnProviders();

const MESSAGES = 60;
/** From the first request to the last one that was taken, less what this process stood still as others had the machine: 12 s is what the rate asks. */
const WITHIN_MS = 20_000;
const HUNG_MS = 60_000;
/** Of a rate that is known: where the machine stands still for a part of a second, two may come within one. Each goes again, in pace. */
const STOOD_STILL = 3;

it.each([
  ['that nobody has said', undefined, MESSAGES / 3],
  ['that its settings know', { second: 5 }, STOOD_STILL],
])(
  '60 messages go through an API that takes 5 a second, a rate %s: no breaker, nobody else asked',
  {
    timeout: 2 * HUNG_MS,
  },
  async (_rate, limits, mostRefused) => {
    const api = await PacedApi.start({ perSecond: 5 });
    onTestFinished(() => api.stop());
    const settings = { endpoint: api.url };
    const p = await makeProvider({
      kind: 'sendgrid',
      settings,
      secrets: { apiKey: 'SG.0123456789' },
      limits,
    });
    const s = await makeProvider();
    const puller = new LinePuller(worker);
    const stoodStillMs = watchStandstill();
    await deliverMany(MESSAGES, { providers: [p.name, s.name] });
    const open = () => sql()`select from messages where due_at is not null`;
    await until(async () => expect(await open()).toHaveLength(0), HUNG_MS);
    await puller.stop();
    const { acceptedAt, refusedAt } = api.gate;
    const tookMs = acceptedAt.at(-1)! - Math.min(acceptedAt[0]!, refusedAt[0] ?? Number.POSITIVE_INFINITY);
    expect(tookMs - stoodStillMs()).toBeLessThanOrEqual(WITHIN_MS);

    const sent = await sql()`select from messages where status = 'sent' and provider_id = ${p.id}`;
    expect(sent).toHaveLength(MESSAGES);
    expect(acceptedAt).toHaveLength(MESSAGES);
    expect(refusedAt.length).toBeLessThanOrEqual(mostRefused);
    expect(await sql()`select from attempts where provider_id = ${s.id}`).toHaveLength(0);
    expect(
      await sql()`select from provider_changes where provider_id = ${p.id} and type = 'breaker_opened'`,
    ).toHaveLength(0);
    expect(await failuresOf(p.id)).toBe(0);
  },
);
