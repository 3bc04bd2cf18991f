import { findViolations } from '@/lib/testing/invariants';
import type { Checks } from './checks';
import type { Ledger } from './mail/ledger';
import type { Run } from './scenario';
import { until } from './waiting';

/** Statuses that nothing will change by itself. */
const AT_REST = ['sent', 'delivered', 'bounced', 'failed', 'uncertain', 'parked', 'captured'];

/** Waits until none of the messages has anything left to do. @returns how long that took, or null when the limit was reached */
export async function waitForRest(run: Run, ids: string[], limitMs: number): Promise<number | null> {
  const began = Date.now();
  const atRest = async () => {
    const [row] = await run.sql()<{ open: number }[]>`
      select count(*)::int as open from messages where id = any(${ids}) and (due_at is not null or status <> all(${AT_REST}))`;
    return row?.open === 0;
  };
  return (await until(atRest, { limitMs, everyMs: 100, signal: run.signal })) ? Date.now() - began : null;
}

/** Compares three independent witnesses: what the API answered, what the mail server took over, what the database says. */
export async function checkNothingLost(
  run: Run,
  checks: Checks,
  ids: string[],
  ledger: Pick<Ledger, 'of'>,
): Promise<void> {
  const rows = await run.sql()<
    { id: string; status: string }[]
  >`select id, status, claimed_by as "claimedBy", claim_no as "claimNo", due_at as "dueAt" from messages where id = any(${ids})`;
  const status = new Map(rows.map((row) => [row.id, row.status]));
  checks.none(
    'accepted by the API, but not in the database',
    ids.filter((id) => !status.has(id)),
  );
  checks.none(
    'accepted by the API, but never at the mail server (lost)',
    ids.filter((id) => ledger.of(id).length === 0),
  );
  checks.none(
    'not marked sent',
    rows.filter((row) => row.status !== 'sent'),
  );
}

/** What holds after any scenario, once everything is at rest. */
export async function checkConsistency(run: Run, checks: Checks): Promise<void> {
  checks.none('impossible states', await findViolations(run.sql()));
  const idle = async () => (await lockedJobs(run)) === 0;
  const wasIdle = await until(idle, { limitMs: 5_000, everyMs: 100 });
  // Not counted anew: what the clock started since has not stayed.
  checks.equal('jobs that stayed locked', wasIdle ? 0 : await lockedJobs(run), 0);
}

async function lockedJobs(run: Run): Promise<number> {
  const [row] = await run.sql()<{ locked: number }[]>`
    select count(*)::int as locked from graphile_worker.jobs where locked_at is not null`;
  return row?.locked ?? 0;
}
