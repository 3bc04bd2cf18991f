import { sleep } from '@/lib/async/abort';
import type { RecipientOutcome, SendResult, TestResult } from '@/lib/channels/results';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { currentSettings } from '@/lib/settings/current';
import { type ActiveDrill, activeDrills } from './active-drills';
import { DRILL_TAG } from './modes';

type Provider = { id: string; kind: string };
type Message = { tags: string[]; addresses: string[] };
/** `ownMs`: time that passed here and says nothing of the provider. */
export type Played = { result: SendResult | null; ownMs: number };

/** Not the provider's doing: such an attempt counts neither for its breaker nor in its figures. */
export const DRILL_CODE = 'drill';

/**
 * Plays the drill that this message falls under, if there is one. A `result` of null: now send it for real. Null: no drill. Never throws:
 * the attempt has begun, and what is not known to be played is sent.
 */
export async function playDrill(provider: Provider, message: Message): Promise<Played | null> {
  try {
    return await play(provider, message);
  } catch (error) {
    log.warn('drills not read', { error: errorMessage(error) });
    return null;
  }
}

async function play(provider: Provider, message: Message): Promise<Played | null> {
  const drill = drillFor(provider, message.tags, await activeDrills(), new Date());
  if (!drill) return null;
  const result = playedOutcome(provider, message, drill, new Date());
  if (result) return { result, ownMs: 0 };
  const waitMs = await slownessMs();
  await sleep(waitMs);
  return { result: null, ownMs: isSandbox(provider) ? 0 : waitMs };
}

/** What a played provider answers; null where it is only slow. A sandbox fails as it would, others without consequences for them. */
export function playedOutcome(
  provider: Provider,
  { addresses }: Pick<Message, 'addresses'>,
  { mode, endsAt }: ActiveDrill,
  now: Date,
): SendResult | null {
  if (mode === 'slow') return null;
  const sandbox = isSandbox(provider);
  const refused = { outcome: 'refused', fault: 'provider', permanent: false } as const;
  const outcome: Omit<RecipientOutcome, 'address'> =
    mode === 'down'
      ? { ...refused, code: sandbox ? 'ECONNREFUSED' : DRILL_CODE, reply: 'Outage drill: played as down' }
      : {
          ...refused,
          code: sandbox ? '452' : DRILL_CODE,
          reply: 'Outage drill: played as over its quota',
          retryAfterMs: Math.max(0, endsAt.getTime() - now.getTime()),
          // Routing would keep every message away from it until then: only where every message is meant.
          ...(sandbox && { quota: true }),
        };
  return { outcomes: addresses.map((address) => ({ address, ...outcome })) };
}

/** What a check finds at a sandbox that is played as down or over quota; null: look for real. */
export async function playCheck(provider: Provider): Promise<TestResult | null> {
  if (!isSandbox(provider)) return null;
  const drill = drillFor(provider, [], await activeDrills(), new Date());
  if (!drill || drill.mode === 'slow') return null;
  const cause = drill.mode === 'down' ? 'refused' : 'quota';
  return { ok: false, cause, steps: [{ name: 'behaviour', ok: false, ms: 0, detail: 'outage drill' }] };
}

export function drillFor(
  provider: Provider,
  tags: string[],
  drills: ActiveDrill[],
  now: Date,
): ActiveDrill | undefined {
  if (drills.length === 0 || !(isSandbox(provider) || tags.includes(DRILL_TAG))) return undefined;
  return drills.find(({ providerId, endsAt }) => providerId === provider.id && endsAt > now);
}

export function isSandbox({ kind }: { kind: string }): boolean {
  return kind === 'sandbox';
}

/** A little slower than self-healing of weights bears. */
async function slownessMs(): Promise<number> {
  return ((await currentSettings()).delivery.healing.slowSeconds + 1) * 1000;
}
