import { expect, it } from 'vitest';
import { listAlerts } from '@/lib/alerts/list';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { beat } from '@/lib/workers/heartbeat';
import { lookIfAlone } from './watch-alone';

useTestDatabase();

const open = async () =>
  (await listAlerts(testContext, { state: 'open', limit: 9 })).data.map(({ kind }) => kind);

it('leaves alerts to workers while there is one, and sees itself that there is none', async () => {
  await beat({ id: newId(), startedAt: new Date(), poolIds: [] });
  await sql()`update alert_rules set threshold = 2 where kind = 'no_worker'`;
  await lookIfAlone();
  expect(await open()).toEqual([]);
  await sql()`delete from workers`;
  await lookIfAlone();
  expect(await open()).toEqual(['no_worker']);
});
