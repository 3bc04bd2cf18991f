import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeReport } from '@/lib/testing/domain-reports';
import { makeDomain } from '@/lib/testing/domains';
import { testContext } from '@/lib/testing/factories';
import { getReports } from './get-reports';
import { readReports } from './read-reports';

useTestDatabase();

const OWN = '192.0.2.7';
const STRANGER = '203.0.113.9';

async function told(days: number, rows: Parameters<typeof makeReport>[1], policy = 'none') {
  await setUpZones({});
  const { id, name } = await makeDomain({ senders: { addresses: [OWN], providers: [] } });
  for (let daysAgo = 2; daysAgo < days + 2; daysAgo++)
    await readReports(testContext, { name: '', bytes: makeReport(name, rows, { daysAgo, policy }) });
  return getReports(testContext, { id });
}

it('says nothing without reports', async () => {
  expect((await told(0, [])).advice).toMatchObject({ policy: null, reason: 'no_reports', next: null });
});

it('waits for a fortnight', async () => {
  expect((await told(3, [{ address: OWN, count: 500 }])).advice).toMatchObject({
    policy: 'none',
    reason: 'too_short',
  });
});

it('raises by one step where nothing of one’s own fails, whatever strangers do', async () => {
  const rows = [
    { address: OWN, count: 20 },
    { address: STRANGER, count: 50, dkim: 'fail', spf: 'fail' } as const,
  ];
  const { advice, days, messages, passed } = await told(16, rows);
  expect(advice).toMatchObject({ policy: 'none', next: 'quarantine', reason: 'ready', wouldLose: 0 });
  expect([messages, passed, days.length]).toEqual([16 * 70, 16 * 20, 16]);
  expect(days[0]).toMatchObject({ own: 20, stranger: 50, failed: 50 });
});

it('says what would have been lost', async () => {
  const rows = [
    { address: OWN, count: 20 },
    { address: OWN, count: 2, dkim: 'fail', spf: 'fail', spfResult: 'softfail' } as const,
  ];
  const { advice, sources } = await told(16, rows, 'none');
  expect(advice).toMatchObject({ next: null, reason: 'own_mail_fails', wouldLose: 32 });
  expect(sources[0]!.problems).toEqual([
    { code: 'dkim_missing', domain: null, messages: 32 },
    { code: 'spf_refused', domain: expect.stringMatching(/^domain-/), messages: 32 },
  ]);
});

it('is at the end where the policy is to refuse', async () => {
  expect((await told(1, [{ address: OWN, count: 5 }], 'reject')).advice).toMatchObject({
    policy: 'reject',
    reason: 'at_the_end',
  });
});
