import type { StoredCandidate } from '@/drizzle/schema/attempts';
import { isLimited, leaseRoom } from '@/lib/capacity/leases';
import { leaseWarmUp, warmUpStandings } from '@/lib/capacity/warm-ups';
import { isOpen } from '@/lib/channels/open-recipient';
import { unitsOf } from '@/lib/channels/units';
import { takeProbe } from '@/lib/providers/health/health';
import type { LoadedProvider } from '@/lib/providers/load';
import { routingFacts } from '@/lib/providers/routing-facts';
import { URGENT } from '@/lib/queue/priority';
import { bringToFront, passOver } from '@/lib/routing/pass-over';
import { rankProviders } from '@/lib/routing/rank';
import { meet, type ProviderState } from '@/lib/routing/state';
import type { LimitUnit, RoutingPolicy } from '@/lib/routing/types';
import { warmUpOf } from '@/lib/routing/warm-up';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { ClaimedMessage } from './claim';
import type { SendPermit } from './pace/lane';
import { takeSendPermit } from './take-send-permit';
import { senderNamesOf, toRoutingMessage } from './to-routing-message';
import { type FoundWait, waitOrPass } from './wait-for-pace';
import { isInLine } from './waiting-line';

export type Routing = {
  message: ClaimedMessage;
  providers: LoadedProvider[];
  facts: ProviderState[];
  policy: RoutingPolicy;
};

/** A provider whose turn it is, with the decision that chose it. */
export type Turn = {
  provider: LoadedProvider;
  candidates: StoredCandidate[];
  /** What was leased for recipients who were not sent to counts for nothing. The first call decides. */
  giveBack: (spent?: number) => void;
  /** To be left when the send is over. */
  permit: SendPermit;
  /** Asked too fast: it is left alone for so long. */
  pausedMs?: number;
};

/** A provider that would take the message, once its turn in the line comes. */
export type Line = Pick<Turn, 'provider' | 'pausedMs'> & { wait?: FoundWait };

/** Every provider with its rank, or why it was passed over; kept with the attempt. */
export function rankCandidates(routing: Routing, pinnedProviderId: string | null): StoredCandidate[] {
  const { message, facts, policy } = routing;
  const waitedFor = isInLine(message.reason) ? message.providerId : null;
  const candidates = rankProviders(
    facts.map((state) =>
      meet(state, { urgent: message.priority === URGENT, inLine: state.id === waitedFor }),
    ),
    toRoutingMessage(message, pinnedProviderId),
    policy,
  );
  // Its turn has come there: whoever failed it before is asked again only after that.
  return waitedFor ? bringToFront(candidates, waitedFor) : candidates;
}

/**
 * The next provider in the order of `candidates` that lets the message in, once it has a free permit: a half-open one lets one probe pass,
 * a limited one leases room. It is asked with what is known at that moment, for the wait may have been long. One that does not is noted as
 * passed over. With `tried`, those before it had their turn. A turn of null: nobody does; or there is a `line` to wait in; or `halted`,
 * nothing may begin any more.
 */
export async function nextTurn(
  { message, providers, settings }: Routing & { settings: DeliverySettings },
  candidates: StoredCandidate[],
  tried: number,
): Promise<NextTurn> {
  let list = candidates;
  for (;;) {
    const nobody = { turn: null, candidates: list, halted: false, line: null };
    const next = list.find(({ rank }) => rank === tried + 1);
    if (!next) return nobody;
    const provider = providers.find(({ row }) => row.id === next.providerId)!;
    const fromLine = isFromLineOf(message, next.providerId);
    const permit = await takeSendPermit(provider, message, fromLine);
    if (!permit) return { ...nobody, halted: true };
    if (permit === 'later') {
      const found = await waitOrPass({ provider, settings, fromLine });
      if ('wait' in found || !isFollowed(list, tried + 1))
        return { ...nobody, line: { provider, wait: 'wait' in found ? found.wait : undefined } };
      list = passOver(list, next.providerId, { reason: 'limit_second', until: found.until });
      continue;
    }
    const entry = await admitWarm(provider, message, fromLine).catch((error: unknown) => {
      permit.leave();
      throw error;
    });
    if (entry.ok) {
      const turn = { provider, candidates: list, giveBack: once(entry.giveBack), permit };
      return { ...nobody, turn };
    }
    permit.leave();
    list = passOver(list, next.providerId, entry);
  }
}

function isFollowed(candidates: StoredCandidate[], rank: number): boolean {
  return candidates.some((candidate) => candidate.rank !== null && candidate.rank > rank);
}

export type NextTurn = {
  turn: Turn | null;
  candidates: StoredCandidate[];
  halted: boolean;
  line: Line | null;
};

function isFromLineOf({ reason, providerId }: ClaimedMessage, candidateId: string): boolean {
  return isInLine(reason) && providerId === candidateId;
}

function once(giveBack: Turn['giveBack']): Turn['giveBack'] {
  let given = false;
  return (spent) => {
    if (!given) giveBack(spent);
    given = true;
  };
}

type Entry =
  | { ok: true; giveBack: (spent?: number) => void }
  | {
      ok: false;
      reason:
        | 'paused'
        | 'breaker_open'
        | `limit_${Exclude<LimitUnit, 'budget'>}`
        | 'budget_used'
        | 'warm_up_used';
      until?: Date;
      failures?: number;
    };

/** A provider that is being warmed up has one limit more, for the sender's domain or for all. */
async function admitWarm(
  provider: LoadedProvider,
  message: ClaimedMessage,
  fromLine: boolean,
): Promise<Entry> {
  const warmUps = await warmUpStandings();
  if (warmUps.length === 0) return admit(provider, message, fromLine);
  const state = (await routingFacts()).find(({ id }) => id === provider.row.id);
  const warmUp = state && findWarmUp(warmUps, message, state);
  if (!warmUp) return admit(provider, message, fromLine);
  const room = await leaseWarmUp(warmUp, unitsOf(message, message.recipients.filter(isOpen).length));
  // It was ranked behind all others: nobody else can carry what is urgent.
  if (!room.ok && message.priority === URGENT) return admit(provider, message, fromLine);
  if (!room.ok) return { ok: false, reason: 'warm_up_used', until: room.full.until };
  const entry = await admit(provider, message, fromLine).catch((error: unknown) => {
    room.giveBack();
    throw error;
  });
  if (!entry.ok) {
    room.giveBack();
    return entry;
  }
  const giveBack = (spent?: number) => {
    entry.giveBack(spent);
    room.giveBack(spent);
  };
  return { ok: true, giveBack };
}

function findWarmUp(
  warmUps: Awaited<ReturnType<typeof warmUpStandings>>,
  message: ClaimedMessage,
  state: ProviderState,
) {
  const standing = warmUpOf(warmUps, { senderNames: senderNamesOf(message) })(state);
  return warmUps.find(({ id }) => id === standing?.id);
}

async function admit({ row }: LoadedProvider, message: ClaimedMessage, fromLine: boolean): Promise<Entry> {
  const state = (await routingFacts()).find(({ id }) => id === row.id);
  // Paused, or deleted.
  if (!state?.active) return { ok: false, reason: 'paused' };
  const { consecutiveFailures: failures, openUntil } = state;
  const atRest = { ok: false, reason: 'breaker_open', until: openUntil ?? new Date(), failures } as const;
  if (state.breaker === 'open' || state.breaker === 'probing') return atRest;
  // It asked to be left alone after the message had been given its permit.
  if (state.slow.inLine) return { ok: false, reason: 'limit_second', until: state.slow.inLine.until };
  const lease = isLimited(row)
    ? await leaseRoom(
        row,
        unitsOf(message, message.recipients.filter(isOpen).length),
        message.priority === URGENT,
        fromLine ? 'from_line' : 'anew',
      )
    : FREE;
  if (!lease.ok) {
    const { unit, until } = lease.full;
    return { ok: false, reason: unit === 'budget' ? 'budget_used' : `limit_${unit}`, until };
  }
  if (state.breaker !== 'half_open') return lease;
  // Whoever comes within the second that facts are kept for need not ask.
  state.breaker = 'probing';
  const probes = await takeProbe(row.id).catch((error: unknown) => {
    lease.giveBack();
    throw error;
  });
  if (probes) return lease;
  lease.giveBack();
  return atRest;
}

const FREE = { ok: true, giveBack: () => undefined } as const;

/** What the message waits for when no provider lets it in; null: nothing that ends by itself. */
export function waitFor(candidates: StoredCandidate[]): {
  reason: 'no_room' | 'breaker_open' | 'warm_up';
  providerId: string;
  unit: LimitUnit | null;
  until: Date;
} | null {
  const [first] = candidates
    .filter(({ rank, until }) => rank === null && until)
    .sort((a, b) => a.until!.localeCompare(b.until!));
  if (!first) return null;
  const until = new Date(first.until!);
  if (first.reason === 'warm_up_used')
    return { reason: 'warm_up', providerId: first.providerId, unit: null, until };
  if (first.reason === 'breaker_open')
    return { reason: 'breaker_open', providerId: first.providerId, unit: null, until };
  const unit = first.reason === 'budget_used' ? 'budget' : (first.reason.slice('limit_'.length) as LimitUnit);
  return { reason: 'no_room', providerId: first.providerId, unit, until };
}
