import { announce } from '@/lib/announcements/announce';
import type { TestResult } from '@/lib/channels/results';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { currentSettings } from '@/lib/settings/current';
import { diagnose } from './health';
import { durationOf } from './test-view';

/** What a check found, in the history of tests and, where it differs from the check before, in that of changes; then for the breaker. */
export async function recordCheck(providerId: string, result: TestResult): Promise<void> {
  const { ok, cause = null, steps, certificateEndsAt = null } = result;
  await sql()`
    with before as (
      select provider_id, check_ok from provider_health where provider_id = ${providerId} for update
    ),
    tested as (
      insert into provider_tests (id, provider_id, ok, cause, steps, duration_ms, certificate_ends_at)
      select ${newId()}::uuid, provider_id, ${ok}, ${cause}, ${sql().json(steps as never)}, ${durationOf(result)}, ${certificateEndsAt}::timestamptz from before
    ),
    checked as (
      update provider_health h set check_ok = ${ok}, checked_at = now()
      from before where h.provider_id = before.provider_id
    )
    insert into provider_changes (id, provider_id, type, detail, actor)
    select ${newId()}::uuid, provider_id, ${ok ? 'check_recovered' : 'check_failed'},
      ${sql().json({ cause })}, 'system'
    from before where check_ok = ${!ok} or (check_ok is null and not ${ok})`;
  await countForBreaker(providerId, ok || isWellAnswered(cause));
  announce('providers');
}

/** It is there and works: too fast or over its limit is no illness. */
function isWellAnswered(cause: string | null): boolean {
  return cause === 'throttled' || cause === 'quota';
}

/**
 * A failed check is one fault of the provider. A good one is the probe of a breaker whose time is over, and nothing else: that it lets us
 * sign in does not make up for messages that it failed to take.
 */
async function countForBreaker(providerId: string, ok: boolean): Promise<void> {
  const { breaker } = (await currentSettings()).delivery;
  await sql()`
    with checked as (
      select ${newId()}::uuid as id, provider_id, ${!ok} as faulty
      from provider_health where provider_id = ${providerId} and (not ${ok} or open_until <= now())
    ),
    ${diagnose('checked', breaker)}
    select from diagnosed`;
}
