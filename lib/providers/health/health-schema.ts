import { z } from 'zod';

/**
 * What keeps a provider from being used until somebody saves it again. `settings`: they do not fit this version; `detail` names the fields.
 * `secret`: it cannot be opened with the master keys of this system; `detail` names it. `kind`: this version does not know it.
 */
export type ProviderProblem = { reason: (typeof PROBLEM_REASONS)[number]; detail: string };
export const PROBLEM_REASONS = ['settings', 'secret', 'kind'] as const;

/** A provider that would send, and cannot be used as it is stored. */
export type Misconfigured = { id: string; name: string } & ProviderProblem;

/** How a provider stands at the moment. */
export type ProviderHealth = {
  /**
   * By the share of attempts of the last minutes in which it was not at fault; `healthy` where there were too few to tell.
   * `misconfigured`: it cannot be used, for the `problem`.
   */
  state: 'healthy' | 'degraded' | 'unhealthy' | 'misconfigured';
  problem: ProviderProblem | null;
  /** 0 to 1; null: too few attempts. */
  successRate: number | null;
  /** `open`: it gets no messages until `openUntil`; then `half_open`: one message or check decides, and `probing` while it is under way. */
  breaker: 'closed' | 'open' | 'half_open' | 'probing';
  openUntil: string | null;
  consecutiveFailures: number;
  /** Share of its weight that self-healing leaves it. */
  weightPercent: number;
  /** Relevo's own last check; null: none yet. */
  check: { ok: boolean; at: string } | null;
  pace: ProviderPace;
};

/** How fast a provider is asked, which its refusals teach. That it takes no more at a time is no fault of it. */
export type ProviderPace = {
  /** Messages a second at the moment; grows back by itself. Null: as fast as its connections allow. */
  perSecond: number | null;
  /** By its limit or its documents; null: none. */
  configuredPerSecond: number | null;
  /** It asked to be left alone until then. */
  pausedUntil: string | null;
  /** Connections at once that were left to it; null: as configured. */
  connections: number | null;
  /** When it last refused, and its words; null: nothing of that is left. */
  since: string | null;
  reply: string | null;
};

export const ChangesFilter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});

export const RestoreWeightInput = z.strictObject({
  /** Only as much as it had before this change of the weight. */
  change: z.uuid().optional(),
});

export const CHANGE_TYPES = [
  'breaker_opened',
  'probe_failed',
  'breaker_closed',
  'try_now',
  'check_failed',
  'check_recovered',
  'weight',
] as const;

/** Something that changed at a provider by itself, or that a person undid. */
export type ProviderChange = {
  id: string;
  type: (typeof CHANGE_TYPES)[number];
  at: string;
  /** By type: breaker_opened and probe_failed { failures, until }, check_failed { cause }, weight { from, to, reason, figures }. */
  detail: Record<string, unknown>;
  /** `system`, or who did it. */
  actor: string;
};
