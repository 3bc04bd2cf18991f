import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { hideSecrets } from '@/lib/providers/hide-secrets';
import type { LoadedProvider } from '@/lib/providers/load';
import { Semaphore } from '@/lib/semaphore';
import type { ClaimedMessage } from './claim';
import { loadAttachments, toOutgoing } from './outgoing';
import type { FinishedAttempt } from './settle';

/** Sends begun per connection: enough that none idles while results are written, few enough that a crash leaves little in doubt. */
const SENDS_PER_CONNECTION = 3;
/** The adapter has its own time-out; this one only catches an adapter that hangs, and stays below the lease of a claim. */
const HARD_TIMEOUT_MS = 6 * 60_000;

const lanes = new Map<string, Semaphore>();

/** Waits for a free place at the provider, then `begin`s and sends. Null: `begin` said no. */
export async function sendThrough(
  provider: LoadedProvider,
  message: ClaimedMessage,
  begin: () => Promise<boolean>,
): Promise<Omit<FinishedAttempt, 'id'> | null> {
  const { row, config, adapter } = provider;
  const from = {
    email: message.fromEmail ?? row.fromEmail ?? '',
    name: (message.fromEmail ? message.fromName : row.fromName) ?? undefined,
  };
  return laneOf(provider).run(async () => {
    const attachments = message.attachmentCount > 0 ? await loadAttachments(message.id) : [];
    const outgoing = toOutgoing(message, from, attachments);
    if (!(await begin())) return null;
    const started = performance.now();
    const result = await adapter
      .send(config, outgoing, AbortSignal.timeout(HARD_TIMEOUT_MS))
      .catch((error: unknown) => {
        log.error('adapter threw', { provider: row.name, messageId: message.id, error });
        return {
          outcomes: outgoing.recipients.map((address) => bugOutcome(address, error)),
          transcript: undefined,
        };
      });
    const accepted = result.outcomes.some((outcome) => outcome.outcome === 'accepted');
    return {
      durationMs: Math.round(performance.now() - started),
      outcomes: result.outcomes.map((outcome) => withoutSecrets(outcome, config.secrets)),
      costMicros: accepted ? row.costMicros : 0,
      transcript: result.transcript && hideSecrets(result.transcript, config.secrets),
    };
  });
}

function withoutSecrets(outcome: StoredOutcome, secrets: LoadedProvider['config']['secrets']): StoredOutcome {
  if (outcome.outcome === 'accepted' || !outcome.reply) return outcome;
  return { ...outcome, reply: hideSecrets(outcome.reply, secrets) };
}

/** What a bug left behind is not known; it must not be sent again by someone else. */
function bugOutcome(address: string, error: unknown): StoredOutcome {
  return { address, outcome: 'unknown', code: 'internal', reply: errorMessage(error).slice(0, 300) };
}

function laneOf({ row, adapter, config }: LoadedProvider): Semaphore {
  const size = adapter.concurrency(config) * SENDS_PER_CONNECTION;
  const known = lanes.get(row.id);
  if (known?.size === size) return known;
  const lane = new Semaphore(size);
  lanes.set(row.id, lane);
  return lane;
}
