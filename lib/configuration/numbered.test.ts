import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { listReports } from '@/lib/reports/rows';
import { inEmptyDatabase, useDatabaseForEachTest } from '@/lib/testing/database';
import { makeReport, testContext } from '@/lib/testing/factories';
import { applyConfiguration } from './apply';
import { exportConfiguration, toYaml } from './export';

useDatabaseForEachTest();

const asYaml = async () => toYaml(await exportConfiguration(testContext, { sections: ['reports'] }));
const names = async () => (await listReports(testContext)).data.map(({ name }) => name).toSorted();

/** Onto an empty system, and once more: as each start does it with the document of `RELEVO_CONFIG`. */
async function applyTwiceElsewhere(document: string) {
  return inEmptyDatabase(async () => {
    const { added } = await applyConfiguration(testContext, document);
    const again = await applyConfiguration(testContext, document);
    return { added, again: again.steps, names: await names(), told: await asYaml() };
  });
}

it('what is called by a number of its own keeps it, and is not made anew by each start', async () => {
  await makeReport({ name: 'Sala #2' });
  const document = await asYaml();
  expect(await applyTwiceElsewhere(document)).toEqual({
    added: 1,
    again: [],
    names: ['Sala #2'],
    told: document,
  });
});

it('several of one name are told apart, also from one that is called as the second of them would be', async () => {
  for (const name of ['Sala', 'Sala', 'Sala #2']) await makeReport({ name });
  const document = await asYaml();
  expect(Object.keys(parse(document).reports)).toEqual(['Sala', 'Sala #2', 'Sala #3']);
  expect((await applyConfiguration(testContext, document)).steps).toEqual([]);
  expect(await applyTwiceElsewhere(document)).toMatchObject({ added: 3, again: [], told: document });
});
