import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { useOwnProviders } from '@/lib/testing/own-providers';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { untilDelivered } from './claim-and-run';
import { deliverMessages } from './deliver';
import { pullLines } from './pull-lines';

useTestDatabase();
useOneTry();
allowLoopbackTargets();
useOwnProviders();

const worker = newId();
const read = (ids: string[]) => Promise.all(ids.map((id) => getMessage(testContext, id)));

async function accept(count: number, providers: string[]): Promise<string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => makeMessage({ providers })));
  return made.map(({ id }) => id);
}

async function pull(): Promise<void> {
  forgetFacts();
  await pullLines(worker);
  await untilDelivered(AbortSignal.timeout(10_000));
}

const pause = (providerId: string, seconds: number) =>
  sql()`
    insert into provider_pace (provider_id, paused_until) values (${providerId}, now() + make_interval(secs => ${seconds}))
    on conflict (provider_id) do update set paused_until = excluded.paused_until`;

describe('a provider that asks for a longer pause than the settings allow', () => {
  it('loses all of a batch to the next one, also those that were under way to it', async () => {
    const server = await startApiServer(() => ({
      status: 429,
      headers: { 'retry-after': '120' },
      body: { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests' },
    }));
    const p = await makeProvider({
      kind: 'resend',
      settings: { endpoint: server.url },
      secrets: { apiKey: 're_0123456789' },
    });
    const s = await makeProvider();
    const ids = await accept(8, [p.name, s.name]);
    forgetFacts();
    await deliverMessages(worker, ids);
    await pull();
    const messages = await read(ids);
    expect(messages.map(({ status, provider }) => [status, provider])).toEqual(
      ids.map(() => ['sent', s.name]),
    );
    // No more than what may be under way to it at once.
    expect(server.calls.length).toBeLessThanOrEqual(7);
  });

  it('loses those who stand in its line already', async () => {
    const [p, s] = [await makeProvider(), await makeProvider()];
    await pause(p.id, 30);
    const ids = await accept(3, [p.name, s.name]);
    forgetFacts();
    await deliverMessages(worker, ids);
    expect((await read(ids)).map(({ reason, provider }) => [reason, provider])).toEqual(
      ids.map(() => ['paced', p.name]),
    );
    await pause(p.id, 600);
    await until(async () => {
      await pull();
      expect((await read(ids)).map(({ status, provider }) => [status, provider])).toEqual(
        ids.map(() => ['sent', s.name]),
      );
    });
  });

  it('keeps those whom nobody else may carry, in their order and without a word more', async () => {
    const p = await makeProvider();
    await pause(p.id, 30);
    const ids = await accept(3, [p.name]);
    forgetFacts();
    await deliverMessages(worker, ids);
    await pause(p.id, 600);
    await pull();
    for (const message of await read(ids)) {
      expect(message).toMatchObject({ status: 'queued', reason: 'paced', provider: p.name, attempts: [] });
      expect(message.events.map(({ type }) => type)).toEqual(['queued']);
    }
  });
});

it('who would wait too long for a configured pace goes to the next one', async () => {
  const server = await startScriptedSmtp();
  const p = await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port: server.port, security: 'none' },
    limits: { second: 1 },
    overrides: { pace: { failOverAfterSeconds: 5 } },
  });
  const s = await makeProvider();
  const ids = await accept(30, [p.name, s.name]);
  forgetFacts();
  await deliverMessages(worker, ids);
  const messages = await read(ids);
  const byS = messages.filter(({ status, provider }) => status === 'sent' && provider === s.name);
  // Some seconds in hand, and five more in the line.
  expect(byS.length).toBeGreaterThanOrEqual(18);
  expect(byS[0]!.attempts[0]!.candidates).toContainEqual(
    expect.objectContaining({ provider: p.name, rank: null, reason: 'limit_second' }),
  );
});
