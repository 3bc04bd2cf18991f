import type { AiFault } from '@/lib/ai/call/faults';

/** Our own limits: of calls at once, in a minute, in a day; its budget, and that of all. */
export const AI_REFUSALS = ['busy', 'minute', 'day', 'budget', 'total'] as const;
export type Refused = (typeof AI_REFUSALS)[number];

/** One that was asked in vain, or was not asked. */
export type AiTry = {
  provider: string;
  outcome: AiFault | Refused | 'no_key';
};

/** `off`: the settings have this use switched off. `forbidden`: the company wants none of it. */
export const AI_REASONS = ['off', 'forbidden', 'no_provider', 'budget', 'failed'] as const;
export type AiReason = (typeof AI_REASONS)[number];

export type AiAnswer<T> =
  | { ok: true; output: T; provider: string; model: string; costMicros: number | null; tries: AiTry[] }
  | { ok: false; reason: AiReason; tries: AiTry[] };
