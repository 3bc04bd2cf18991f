import { eq } from 'drizzle-orm';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { withTimeout } from '@/lib/async/abort';
import { db } from '@/lib/database/db';
import { log } from '@/lib/log';
import { MailboxFailure } from './failure';
import { claimDue, type Lease, settleFailure, settleRead } from './lease';
import { readMailbox } from './read-mailbox';

const AT_ONCE = 3;
/** A turn ends by itself before; what does not is cut off. */
const TURN_MS = 45_000;
/** None begins later: the next minute has a task of its own. */
const BEGIN_MS = 15_000;

/** Every mailbox whose time has come, each by one worker alone. */
export async function readDueMailboxes(): Promise<void> {
  const until = performance.now() + BEGIN_MS;
  const lane = async () => {
    while (performance.now() < until) {
      const lease = await claimDue();
      if (!lease) return;
      await take(lease);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function take(lease: Lease): Promise<void> {
  const [row] = await db().select().from(bounceMailboxes).where(eq(bounceMailboxes.id, lease.id));
  if (!row) return;
  try {
    const more = await withTimeout(TURN_MS, (signal) => readMailbox(row, lease, signal));
    await settleRead(lease, more);
  } catch (error) {
    // Its time comes again when the lease ends.
    if (!(error instanceof MailboxFailure)) throw error;
    log.warn('bounce mailbox not read', {
      mailboxId: row.id,
      cause: error.cause,
      failures: row.failures + 1,
    });
    await settleFailure(lease, error);
  }
}
