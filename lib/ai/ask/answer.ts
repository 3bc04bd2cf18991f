import type { AiFault } from '@/lib/ai/call/faults';

/** One that was asked in vain, or was not asked: `busy` and the like are our own limits. */
export type AiTry = {
  provider: string;
  outcome: AiFault | 'busy' | 'minute' | 'day' | 'budget' | 'total' | 'no_key';
};

/** `off`: the settings have this use switched off. `forbidden`: the company wants none of it. */
export const AI_REASONS = ['off', 'forbidden', 'no_provider', 'budget', 'failed'] as const;
export type AiReason = (typeof AI_REASONS)[number];

export type AiAnswer<T> =
  | { ok: true; output: T; provider: string; model: string; costMicros: number | null; tries: AiTry[] }
  | { ok: false; reason: AiReason; tries: AiTry[] };
