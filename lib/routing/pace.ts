/** What refusals taught of a provider: `rate` messages a second were left at `changedAt`; at about `ceiling` it had refused. */
export type LearnedPace = {
  rate: number | null;
  ceiling: number | null;
  /** Connections at once that were left at `changedAt`. */
  connections: number | null;
  changedAt: Date | null;
  /** In a row, without an acceptance in between. */
  refusals: number;
};

export const NOTHING_LEARNED: LearnedPace = {
  rate: null,
  ceiling: null,
  connections: null,
  changedAt: null,
  refusals: 0,
};

/** Within a second or two back to what it took, where it stays for about a minute before it tries more, and then ever more of it. */
const NEAR_CEILING = 0.98;
const DOUBLES_IN_SECONDS = 1;
const PROBES_AFTER_SECONDS = 60;
const PROBES_BY = 0.1;
/** Beyond this a rate limits nobody. */
const FORGOTTEN_ABOVE = 2_000;
const SLOWEST = 0.1;
/** One message that is refused tells nothing of a rate: it is sought from here, in a few refusals where it is lower. */
const UNSEEN_PER_SECOND = 10;
/** Kept for so long without a refusal, a rate was about right: what is refused then is one more than that, or came with others at once. */
const QUIET_SECONDS = 5;
const CONNECTION_BACK_AFTER_MS = 60_000;

/** Messages a second at a moment; null: as fast as it goes. `configured` comes from the preset or a person, and is never exceeded. */
export function rateAt(
  { rate, ceiling, changedAt }: LearnedPace,
  configured: number | null,
  now: Date,
): number | null {
  if (rate === null || !changedAt) return configured;
  const seconds = Math.max(0, (now.getTime() - changedAt.getTime()) / 1000);
  const grown = grow(rate, Math.max(rate, ceiling ?? 0), seconds);
  if (configured !== null) return Math.min(grown, configured);
  return grown > FORGOTTEN_ABOVE ? null : grown;
}

function grow(rate: number, ceiling: number, seconds: number): number {
  const near = Math.max(rate, ceiling * NEAR_CEILING);
  const untilNear = DOUBLES_IN_SECONDS * Math.log2(near / rate);
  if (seconds < untilNear) return rate * 2 ** (seconds / DOUBLES_IN_SECONDS);
  return near * (1 + PROBES_BY * ((seconds - untilNear) / PROBES_AFTER_SECONDS) ** 3);
}

/** Connections at once at a moment: one comes back each minute. */
export function connectionsAt(
  { connections, changedAt }: LearnedPace,
  configured: number,
  now: Date,
): number {
  if (connections === null || !changedAt) return configured;
  const back = Math.floor((now.getTime() - changedAt.getTime()) / CONNECTION_BACK_AFTER_MS);
  return Math.min(configured, Math.max(1, connections + Math.max(0, back)));
}

/** A refusal for going too fast, with what was going on when it came. */
export type Refusal = {
  kind: 'rate' | 'connections';
  begunAt: Date;
  /** Over all workers, in the second before. */
  begunPerSecond: number;
  /** The most of any second lately. */
  acceptedPerSecond: number;
  configuredPerSecond: number | null;
  configuredConnections: number;
};

/**
 * Halves what was too much, once for all that were under way together: a send that began before the last change was told nothing new.
 * What the provider took is the ceiling, which is below what it has refused: what it was known to take before, where that held until now,
 * else the most that was accepted in a second.
 */
export function afterRefusal(learned: LearnedPace, refusal: Refusal, now: Date): LearnedPace {
  if (learned.changedAt && refusal.begunAt <= learned.changedAt) return learned;
  const refusals = learned.refusals + 1;
  if (refusal.kind === 'connections') {
    const before = connectionsAt(learned, refusal.configuredConnections, now);
    // The rate goes on growing from here, or stays forgotten.
    const rate = learned.rate === null ? null : rateAt(learned, null, now);
    return { ...learned, rate, connections: Math.max(1, Math.floor(before / 2)), changedAt: now, refusals };
  }
  const kept = rateAt(learned, refusal.configuredPerSecond, now);
  const before = kept ?? Math.max(UNSEEN_PER_SECOND, refusal.begunPerSecond);
  const rate = Math.max(SLOWEST, before / 2);
  return {
    ...learned,
    rate,
    ceiling: Math.max(
      rate,
      kept !== null && wasQuiet(learned, now)
        ? Math.min(kept, learned.ceiling ?? kept)
        : Math.min(before, refusal.acceptedPerSecond),
    ),
    // What is left of the connections goes on growing from here.
    connections:
      learned.connections === null ? null : connectionsAt(learned, refusal.configuredConnections, now),
    changedAt: now,
    refusals,
  };
}

function wasQuiet({ changedAt }: LearnedPace, now: Date): boolean {
  return !changedAt || now.getTime() - changedAt.getTime() >= QUIET_SECONDS * 1000;
}

export const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const LONGEST_ASKED_MS = 24 * 3_600_000;

/** How long to leave it alone: as it asks, else ever longer while it goes on refusing. */
export function pauseAfter(refusals: number, askedMs: number | undefined): number {
  if (askedMs !== undefined) return Math.min(Math.max(askedMs, 0), LONGEST_ASKED_MS);
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(Math.max(0, refusals - 1), 20), LONGEST_PAUSE_MS);
}

/** How many of all connections are this worker's, `index` of `count` workers: together never more than there are. */
export function shareOf(connections: number, { index, count }: { index: number; count: number }): number {
  if (count <= 1) return connections;
  return Math.floor(connections / count) + (index < connections % count ? 1 : 0);
}
