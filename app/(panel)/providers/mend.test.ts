import { expect, it } from 'vitest';
import { dropBlanks } from '@/components/form/field-errors';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { getProvider } from '@/lib/providers/get';
import { listProviderKinds } from '@/lib/providers/kinds';
import { ProviderInput } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { changesOf, providerValues } from './provider-form-values';
import type { ProviderKindView } from './provider-kind';

useTestDatabase();

/** "Open it and save it again", as the panel says of a provider that another version of Relevo has left. */
it.each([
  [`settings = settings || '{"obsolete":true}'`],
  [`limits = '{"fortnight":3}'`],
  [`overrides = '{"breaker":{"patience":3}}'`],
  [`budget = '{"monthly":"10"}'`],
  [`recipient_domains = '{"only":"example.com"}'`],
])('a save that changes nothing mends %s', async (spoilt) => {
  const settings = { host: 'smtp.example.com', username: 'clinic' };
  const { id } = await makeProvider({ kind: 'smtp', settings, secrets: { password: 'correct horse' } });
  await sql().unsafe(`update providers set ${spoilt} where id = '${id}'`);
  forgetProviders();
  const stored = await getProvider(testContext, id);
  expect(stored.health.state).toBe('misconfigured');
  const kind = (await kinds()).find((each) => each.kind === 'smtp')!;
  const values = ProviderInput.parse(dropBlanks(providerValues(kind, stored)));
  await updateProvider(testContext, { id, version: stored.version, ...changesOf(values, kind, stored) });
  const mended = await getProvider(testContext, id);
  expect(mended.health).toMatchObject({ state: 'healthy', problem: null });
  expect([mended.settings, mended.secrets]).toMatchObject([settings, { password: { set: true } }]);
});

async function kinds(): Promise<ProviderKindView[]> {
  return (await listProviderKinds(testContext)).data as unknown as ProviderKindView[];
}
