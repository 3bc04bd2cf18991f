import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sleep } from '@/lib/abort';
import { newId } from '@/lib/ids';
import { doubtFacts } from '@/lib/providers/facts';
import { beginAttempt } from './attempt';
import { isStopping } from './lanes';
import { takePlace } from './place';
import { applyOutcomes } from './recipients';
import type { Turn } from './route';
import { sendThrough } from './send';
import type { FinishedAttempt } from './settle';
import { letGo } from './unclaim';
import { noteQuotas } from './wait-for-room';
import { finish, goOn, type Work } from './work';

/**
 * Sends through the provider whose turn it is; again at once where it could not be reached and the settings say so.
 * Null: the claim was lost to another worker, nothing more may be sent.
 */
export async function attemptWith(work: Work, turn: Turn): Promise<FinishedAttempt | null> {
  const { immediateTries, immediateDelaySeconds } = work.settings.retries;
  for (let tries = 1; ; tries++) {
    const attempt = await attemptOnce(work, turn);
    if (!attempt) {
      turn.giveBack();
      return null;
    }
    work.message.recipients = applyOutcomes(work.message.recipients, attempt.outcomes);
    await noteQuotas(turn.provider, attempt.outcomes);
    if (attempt.outcomes.some(({ fault }) => fault === 'provider')) doubtFacts();
    if (tries >= immediateTries || !invitesAnother(attempt.outcomes) || isStopping()) {
      turn.giveBack(attempt.outcomes.filter(({ outcome }) => outcome !== 'refused').length);
      return attempt;
    }
    const providerId = turn.provider.row.id;
    const kept = await finish(work, { decision: goOn(work), attempts: [attempt], providerId });
    if (!kept) return null;
    await sleep(immediateDelaySeconds * 1000);
    const place = await takePlace(turn.provider, work.message);
    if (!place) return letGo(work).then(() => null);
    turn.place = place;
  }
}

async function attemptOnce(
  work: Work,
  { provider, candidates, place }: Turn,
): Promise<FinishedAttempt | null> {
  const id = newId();
  const { workerId, message } = work;
  const begin = () =>
    beginAttempt({
      id,
      messageId: message.id,
      claimNo: message.claimNo,
      workerId,
      providerId: provider.row.id,
      provider: provider.row.name,
      candidates,
      sizeBytes: message.sizeBytes,
    });
  const result = await sendThrough(provider, message, begin).finally(place.leave);
  return result && { id, ...result };
}

/** Node's and nodemailer's names for a server that was not reached, and SMTP's "closing now". A wrong password stays wrong. */
const UNREACHED = /^(421|E(?!AUTH)[A-Z]+)$/;

function invitesAnother(outcomes: StoredOutcome[]): boolean {
  return outcomes.every(
    ({ fault, outcome, quota, code }) =>
      outcome === 'refused' && fault === 'provider' && !quota && UNREACHED.test(code ?? ''),
  );
}
