import { sql } from '@/lib/database/db';
import type { MailboxFailure } from './failure';
import type { MailboxRow } from './view';

/** Longer than one mail takes; renewed with each. */
const LEASE_SECONDS = 90;
const MOST_MINUTES = 60;

export type Lease = Pick<MailboxRow, 'id' | 'leaseNo'>;

/** The mailbox that has waited longest, for whoever asks first. A moment is stored in milliseconds, rounded, perhaps up. */
export async function claimDue(): Promise<(Lease & { id: string }) | undefined> {
  const [claimed] = await sql()<Lease[]>`
    update bounce_mailboxes set lease_no = lease_no + 1, leased_until = now() + ${LEASE_SECONDS} * interval '1 second'
    where id = (
      select id from bounce_mailboxes where active and next_at <= now() + interval '1 millisecond' and (leased_until is null or leased_until < now())
      order by next_at limit 1 for update skip locked)
    returning id, lease_no as "leaseNo"`;
  return claimed;
}

/** The folder as it is now: another validity means that all numbers are new, and nothing of it is known. False: somebody else has the mailbox. */
export async function beginFolder({ id, leaseNo }: Lease, uidValidity: number, lastUid: number) {
  const { count } = await sql()`
    update bounce_mailboxes set uid_validity = ${uidValidity}, last_uid = ${lastUid}
    where id = ${id} and lease_no = ${leaseNo}`;
  return count === 1;
}

export type Read = { uid: number; noted: boolean; unreadable: boolean };

/** That one is done, and all before it. False: somebody else has the mailbox, or a person has changed it. */
export async function recordMail({ id, leaseNo }: Lease, { uid, noted, unreadable }: Read): Promise<boolean> {
  const { count } = await sql()`
    update bounce_mailboxes set last_uid = ${uid}, mails_read = mails_read + 1,
      mails_noted = mails_noted + ${noted ? 1 : 0}, mails_unreadable = mails_unreadable + ${unreadable ? 1 : 0},
      leased_until = now() + ${LEASE_SECONDS} * interval '1 second'
    where id = ${id} and lease_no = ${leaseNo}`;
  return count === 1;
}

/** `more`: there are mails left, for the next turn. */
export async function settleRead({ id, leaseNo }: Lease, more: boolean): Promise<void> {
  await sql()`
    update bounce_mailboxes set leased_until = null, read_at = now(), failing_since = null, failures = 0, cause = null,
      reply = null, next_at = now() + ${more ? 0 : 1} * every_minutes * interval '1 minute'
    where id = ${id} and lease_no = ${leaseNo}`;
}

/** Tried again ever more seldom, so that a wrong password locks nobody out. */
export async function settleFailure({ id, leaseNo }: Lease, { cause, reply }: MailboxFailure): Promise<void> {
  await sql()`
    update bounce_mailboxes set leased_until = null, failing_since = coalesce(failing_since, now()), failures = failures + 1,
      cause = ${cause}, reply = ${reply},
      next_at = now() + least(${MOST_MINUTES}, every_minutes * power(2, least(failures, 6))) * interval '1 minute'
    where id = ${id} and lease_no = ${leaseNo}`;
}
