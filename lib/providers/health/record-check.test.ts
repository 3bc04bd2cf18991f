import { expect, it } from 'vitest';
import type { Cause } from '@/lib/channels/results';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { recordCheck } from './record-check';

useTestDatabase();

it.each<[Cause, number]>([
  ['unavailable', 5],
  ['throttled', 0],
  ['quota', 0],
])('five checks in a row that fail by %s count as %i faults', async (cause, faults) => {
  const { id } = await makeProvider();
  for (let nth = 0; nth < 5; nth++) await recordCheck(id, { ok: false, steps: [], cause });
  const [health] = await sql()`
    select consecutive_failures, open_until > now() as open, check_ok from provider_health where provider_id = ${id}`;
  expect(health).toMatchObject({
    consecutive_failures: faults,
    open: faults >= 5 ? true : null,
    check_ok: false,
  });
});
