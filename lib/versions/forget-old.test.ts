import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { ALWAYS_KEPT, forgetOldVersions } from './forget-old';
import { readThings, writeVersion } from './things';
import { findVersion } from './versions';

useTestDatabase();

const thing = (text: string) => ({
  section: 'webhooks',
  thingId: 'one',
  company: null,
  name: 'Shop',
  fields: { text },
  secrets: { key: `canary ${text}` },
});

it('keeps the newest however old they are, and of the rest nothing: secrets go with the last version that says them', async () => {
  const last = ALWAYS_KEPT + 3;
  for (let number = 1, ended: string[] = []; number <= last; number++) {
    await writeVersion({ number, actors: [], auditNumber: 0, ended, begun: [thing(`${number}`)] });
    ended = (await readThings(number)).map(({ id }) => id);
  }
  await sql()`update configuration_versions set at = now() - interval '31 days'`;
  expect(await forgetOldVersions(32)).toBe(0);
  expect(await forgetOldVersions(30)).toBe(3);
  expect(await findVersion(3)).toBeUndefined();
  for (const number of [4, last])
    expect(await readThings(number)).toMatchObject([{ secrets: { key: `canary ${number}` } }]);
  expect(await sql()`select from configuration_things`).toHaveLength(ALWAYS_KEPT);
});
