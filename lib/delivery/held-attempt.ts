import { sleep } from '@/lib/async/abort';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';

/** For most sends a connection is there at once, and nothing is written. */
const SOON_MS = 250;
const RETRY_MS = 250;

type Attempt = { id: string; messageId: string };

/**
 * A send that waits for a connection is marked as held. Whoever finds it so after its worker died knows that nothing was sent: any provider
 * may have it, and nobody is left in doubt.
 */
export class HeldAttempt {
  private marked?: Promise<unknown>;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly attempt: Attempt) {
    this.timer = setTimeout(() => {
      // Where it cannot be written, what is found is an attempt that may have been sent.
      this.marked = setHeld(attempt, true).catch(() => undefined);
    }, SOON_MS);
  }

  /** Before the first word of the message. @throws where another worker has it by now: nothing may be said */
  async release(signal: AbortSignal): Promise<void> {
    this.end();
    await this.marked;
    if (this.marked && !(await this.unmark(signal))) throw takenOver();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /** The answer to the mark may have been lost, so it is taken off in any case. */
  private async unmark(signal: AbortSignal): Promise<boolean> {
    for (;;) {
      try {
        return await setHeld(this.attempt, false);
      } catch (error) {
        if (!isConnectionError(error) || signal.aborted) throw error;
        await sleep(RETRY_MS);
      }
    }
  }
}

/** @returns false where there is no such attempt any more: whoever has the message now took it back */
async function setHeld({ id, messageId }: Attempt, held: boolean): Promise<boolean> {
  const rows = await sql()`
    update attempts set held = ${held} where message_id = ${messageId} and id = ${id} and finished_at is null returning id`;
  return rows.length > 0;
}

const takenOver = () =>
  Object.assign(new Error('Another worker has the message now'), { code: 'ETAKENOVER' });
