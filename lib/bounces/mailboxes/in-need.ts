import { and, asc, eq, lte } from 'drizzle-orm';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { MailboxCause } from './causes';

/** A server that is restarted is no news. */
const AFTER_MS = 3_600_000;
const MOST = 20;

/** Mailboxes that nobody could read for an hour. */
export async function mailboxesInNeed(ctx: Context, now: Date) {
  const { id, name, failingSince, cause, active, companyId } = bounceMailboxes;
  const rows = await db()
    .select({ id, name, since: failingSince, cause })
    .from(bounceMailboxes)
    .where(
      and(
        eq(active, true),
        lte(failingSince, new Date(now.getTime() - AFTER_MS)),
        scoped(ctx, companyId, 'shared'),
      ),
    )
    .orderBy(asc(failingSince))
    .limit(MOST);
  return rows.map(({ since, cause: why, ...mailbox }) => ({
    mailbox,
    since: since!,
    cause: (why ?? 'protocol') as MailboxCause,
  }));
}

export type MailboxesInNeed = Awaited<ReturnType<typeof mailboxesInNeed>>;
