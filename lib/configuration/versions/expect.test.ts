import { expect, it } from 'vitest';
import { updateProvider } from '@/lib/providers/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { applyConfiguration } from '../apply';
import { keepVersion } from './keep';

useDatabaseForEachTest();

const document = (weight: number) => `relevo: 1\nproviders:\n  Office: { weight: ${weight} }\n`;
const apply = (weight: number, expectVersion: number, dryRun = false) =>
  applyConfiguration(testContext, document(weight), { expectVersion, dryRun });

it('a document holds only as long as nobody changed anything since the version that it began from', async () => {
  const { id } = await makeProvider({ name: 'Office' });
  const number = await keepVersion();
  expect(await apply(2, number, true)).toMatchObject({ changed: 1 });
  expect(await apply(2, number)).toMatchObject({ changed: 1 });

  const next = await keepVersion();
  await updateProvider(testContext, { id, fromName: 'Ana' });
  for (const dryRun of [true, false])
    await expect(apply(3, next, dryRun)).rejects.toMatchObject({
      code: 'changed_meanwhile',
      errors: [{ path: 'providers.Office.fromName', code: 'changed_since' }],
    });
  expect(await apply(3, await keepVersion())).toMatchObject({ changed: 1 });
  await expect(apply(4, 9_999)).rejects.toMatchObject({ code: 'not_found' });
});
