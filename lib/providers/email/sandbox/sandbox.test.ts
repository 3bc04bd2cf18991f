import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { describeAdapterContract, type Scene } from '@/lib/testing/adapter-contract';
import { useTestDatabase } from '@/lib/testing/database';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { sandbox } from './sandbox';

useTestDatabase();

const adapter = sandbox as unknown as Adapter;

function configure(behaviour = 'address', name = 'Test'): ProviderConfig {
  return { id: newId(), name, version: 1, settings: { behaviour }, secrets: {} };
}

async function scene(recipient?: string, behaviour?: string): Promise<Scene> {
  const config = configure(behaviour);
  return {
    config,
    recipients: recipient ? [recipient] : undefined,
    arrived: () => sql()<{ to: string[] }[]>`
      select recipients as "to" from sandbox_messages where provider_id = ${config.id}`,
  };
}

const noNetwork = { notApplicable: 'the sandbox connects to nothing, so nothing can break on the way' };

describeAdapterContract({
  adapter,
  send: {
    accepts: () => scene(),
    badCredentials: { notApplicable: 'the sandbox has no credentials' },
    throttled: async () => ({ ...(await scene('throttle@sandbox.test')), retryAfterMs: 60_000 }),
    unreachable: () => scene('down@sandbox.test'),
    silentBeforeBody: noNetwork,
    silentAfterBody: () => scene('timeout@sandbox.test'),
    droppedAfterBody: noNetwork,
    refusesFirst: async () => ({
      ...(await scene()),
      recipients: ['bounce@sandbox.test', 'ana@example.com', 'ben@example.com'],
    }),
  },
  test: {
    works: () => scene(),
    refused: [() => scene(undefined, 'down')],
    quota: [() => scene(undefined, 'quota')],
  },
});

const send = (config: ProviderConfig, recipients: string[], signal = AbortSignal.timeout(20_000)) =>
  adapter.send(config, makeOutgoing({ recipients }), signal);

describe('addresses decide', () => {
  it('down+NAME@ fails at the sandbox of that name only', async () => {
    const recipients = ['down+Main@sandbox.test'];
    const main = await send(configure('address', 'Main'), recipients);
    expect(main.outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider', permanent: false }]);
    const backup = await send(configure('address', 'Backup'), recipients);
    expect(backup.outcomes).toMatchObject([{ outcome: 'captured' }]);
  });

  it('only at sandbox.test', async () => {
    const { outcomes } = await send(configure(), ['bounce@example.com', 'down@example.com']);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['captured', 'captured']);
  });

  it('slow@ is kept, after a while', async () => {
    const started = performance.now();
    expect((await send(configure(), ['slow@sandbox.test'])).outcomes).toMatchObject([
      { outcome: 'captured' },
    ]);
    expect(performance.now() - started).toBeGreaterThan(1_000);
  });
});

it('stops waiting for a slow address when it is told to', async () => {
  const { config, arrived } = await scene();
  const stop = new AbortController();
  const sending = send(config, ['slow@sandbox.test'], stop.signal);
  stop.abort();
  expect((await sending).outcomes).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
  expect(await arrived!()).toEqual([]);
});

describe('a behaviour plays a whole provider', () => {
  it.each(['down', 'quota'])('%s refuses every address for now and keeps nothing', async (behaviour) => {
    const { config, arrived } = await scene(undefined, behaviour);
    const { outcomes } = await send(config, ['ana@example.com', 'bounce@sandbox.test']);
    const refusal = { outcome: 'refused', fault: 'provider', permanent: false };
    expect(outcomes).toMatchObject([refusal, refusal]);
    expect(await arrived!()).toEqual([]);
  });
});
