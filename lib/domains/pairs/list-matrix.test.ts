import { expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { updateProvider } from '@/lib/providers/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { lookAgain, makeDomain, makeWithZones } from '@/lib/testing/domains';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { checkDueDomains } from '../check-due';
import { checkMatrix, listMatrix } from './list-matrix';

useDatabaseForEachTest();

const smtp = (name: string) =>
  makeProvider({ kind: 'smtp', name, settings: { preset: 'own', host: 'mail.example.net', port: 25 } });
const verdicts = async () =>
  (await listMatrix(testContext)).data.map(({ name, pairs }) => [
    name,
    ...pairs.map(({ verdict }) => verdict),
  ]);

it('has a row for each domain and a column for each provider', async () => {
  const own = await smtp('Own');
  const { domain, zones } = await makeWithZones();
  await setUpZones({ ...zones, 'mail.example.net': [{ A: '192.0.2.7' }] });
  const other = await makeDomain({
    name: 'a-second.example',
    senders: { addresses: ['192.0.2.7'], providers: [own.id] },
  });
  const before = await listMatrix(testContext);
  expect(before.providers).toEqual([{ id: own.id, name: 'Own', kind: 'smtp' }]);
  expect(before.data.map(({ id, pairs }) => [id, pairs[0]!.verdict, pairs[0]!.checkedAt])).toEqual([
    [other.id, 'unknown', null],
    [domain.id, 'unknown', null],
  ]);
  const { data } = await checkMatrix(testContext);
  expect(data[1]!.pairs).toMatchObject([
    // An address that is for documents alone is nobody's: SPF is not known.
    { provider: own.id, isSender: false, verdict: 'passes', spf: false, dkim: true },
  ]);
  expect(data[0]!.pairs).toMatchObject([{ isSender: true, verdict: 'fails', spf: false, dkim: false }]);
});

it('is judged anew by itself once a provider was edited or came', async () => {
  const own = await smtp('Own');
  const { domain, zones } = await makeWithZones();
  await setUpZones({ ...zones, 'mail.example.net': [{ A: '192.0.2.7' }] });
  expect((await lookAgain(domain)).state).toBe('verified');
  expect(await verdicts()).toEqual([[domain.name, 'passes']]);
  const [job] =
    await sql()`select 1 as there from graphile_worker.jobs where key = 'check-domains providers'`;
  expect(job).toEqual({ there: 1 });

  await updateProvider(testContext, { id: own.id, settings: { host: 'mail.elsewhere.example', port: 25 } });
  await smtp('Another');
  await expect.poll(verdicts).toEqual([[domain.name, 'unknown', 'unknown']]);
  await checkDueDomains();
  const { data } = await listMatrix(testContext);
  expect(data[0]!.pairs.every(({ checkedAt }) => checkedAt !== null)).toBe(true);
  const [{ checked_at: at } = {}] = await sql()`select checked_at from domains`;
  await checkDueDomains();
  expect(await sql()`select checked_at from domains`).toEqual([{ checked_at: at }]);
});

it('shows a company nothing of the others', async () => {
  const [mine, theirs] = [await makeCompany(), await makeCompany()];
  await makeProvider({ kind: 'smtp', settings: { host: 'mail.example.net' }, company: theirs.id });
  await makeDomain({ company: theirs.id });
  const ctx: Context = { ...testContext, companyId: mine.id };
  expect(await listMatrix(ctx)).toEqual({ providers: [], data: [] });
});
