import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { oldKeys } from './old-keys';

useTestDatabase();

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

it('an age that another version of Relevo wrote counts as none: as the settings say, and no sooner', async () => {
  const { id } = await makeProvider({
    kind: 'sendgrid',
    settings: {},
    secrets: { apiKey: 'SG.0123456789' },
    keyRotation: { everyDays: 10, graceHours: 24, automatic: true },
  });
  const old = async (days: number) => (await oldKeys(inDays(days))).map(({ everyDays }) => everyDays);
  expect([await old(9), await old(11)]).toEqual([[], [10]]);
  await sql()`update providers set key_rotation = '{"every":10}' where id = ${id}`;
  expect(await old(11)).toEqual([]);
});
