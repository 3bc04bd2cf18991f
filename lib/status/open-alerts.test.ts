import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { getStatus } from './get';

useTestDatabase();

const open = (companyId: string | null, severity: string, over = false) => sql()`
  insert into alerts (id, rule_id, company_id, kind, subject, severity, values, fired_at, last_seen_at, resolved_at)
  select ${newId()}, id, ${companyId}, kind, ${newId()}, ${severity}, '{}', now(), now(), ${over ? new Date() : null}
  from alert_rules limit 1`;

it('the bell counts what is open, and of a company what is its own', async () => {
  const { id: companyId } = await makeCompany();
  await open(null, 'critical');
  await open(companyId, 'warning');
  await open(companyId, 'critical', true);
  expect((await getStatus(testContext)).alerts).toEqual({ open: 2, critical: 1 });
  expect((await getStatus({ ...testContext, companyId })).alerts).toEqual({ open: 1, critical: 0 });
});
