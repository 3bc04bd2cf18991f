import { beforeEach, describe, expect, it } from 'vitest';
import type { ProviderOverrides } from '@/drizzle/schema/providers';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetProviders } from '@/lib/providers/cache';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext, useOneTry } from '@/lib/testing/factories';
import { deliverMessages } from './deliver';

useTestDatabase();
useOneTry();
beforeEach(closeBreakers);

async function makeDown(overrides: ProviderOverrides) {
  const provider = await makeProvider({ settings: { behaviour: 'down' } });
  await sql()`update providers set overrides = ${sql().json(overrides)} where id = ${provider.id}`;
  forgetProviders();
  return provider;
}

async function deliver(name: string) {
  const { id } = await makeMessage({ providers: [name] });
  forgetFacts();
  await deliverMessages(newId(), [id]);
  return getMessage(testContext, id);
}

describe('a provider with values of its own', () => {
  it('has its own breaker, while the others have that of the settings', async () => {
    const own = await makeDown({ breaker: { failures: 2, openSeconds: 3_600 } });
    const other = await makeDown({});
    for (const { name } of [own, own, other, other]) await deliver(name);
    const open = async (id: string) =>
      (
        await sql()`select open_until > now() + interval '50 minutes' as open from provider_health where provider_id = ${id}`
      )[0]?.open;
    expect([await open(own.id), await open(other.id)]).toEqual([true, null]);
  });

  it('has its own schedule of retries and immediate tries', async () => {
    const { name } = await makeDown({
      retries: { faultMinutes: [90], immediateTries: 2, immediateDelaySeconds: 1 },
    });
    const message = await deliver(name);
    expect(message.attempts).toHaveLength(2);
    const inMinutes = (Date.parse(message.dueAt!) - Date.now()) / 60_000;
    expect(Math.round(inMinutes)).toBe(90);
  });
});
