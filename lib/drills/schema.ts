import { z } from 'zod';
import { DRILL_MODES, type DrillMode } from '@/lib/outages/modes';
import type { ProviderChange } from '@/lib/providers/health/health-schema';
import { emailAddress } from '@/lib/validation';

export const DRILL_ADDRESS = 'drill@sandbox.test';
export const MAX_DRILL_MINUTES = 60;
/** One a second. */
export const MAX_DRILL_MESSAGES = 600;

/** `POST /api/v1/drills`. */
export const DrillInput = z.strictObject({
  /** Name or id. */
  provider: z.string().min(1).max(80),
  mode: z.enum(DRILL_MODES),
  minutes: z.number().int().min(1).max(MAX_DRILL_MINUTES),
  /** Test messages to send from now on, one a second. Those after the end show how the provider comes back. */
  messages: z.number().int().min(0).max(MAX_DRILL_MESSAGES).default(0),
  to: emailAddress.default(DRILL_ADDRESS),
});
export type DrillInput = z.input<typeof DrillInput>;

export const DrillsFilter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});

export type DrillView = {
  id: string;
  provider: { id: string; name: string };
  mode: DrillMode;
  /** Which messages are played with: everything at a sandbox, else only what has the tag `drill`. */
  traffic: 'all' | 'tagged';
  running: boolean;
  startedAt: string;
  /** When it ends, or ended. */
  endsAt: string;
  /** Ended by hand before its time. */
  stopped: boolean;
  startedBy: string;
  messages: number;
  to: string;
};

/** What the router did, of messages accepted from an hour before the drill on. */
export type DrillReport = {
  /** Attempts at the provider while it was played, and the messages they belong to. */
  attempts: number;
  touched: number;
  /** Where these messages stand now. */
  outcome: {
    sentByOthers: number;
    sentByItself: number;
    /** Kept in a sandbox. */
    capturedByOthers: number;
    capturedByItself: number;
    waiting: number;
    parked: number;
    failed: number;
    canceled: number;
  };
  failovers: { to: string; messages: number }[];
  /** Decimal; what the others cost more than it would have. Less than 0 where they are cheaper. */
  extraCost: string;
  /** Of the test messages that came with the drill; `around` were sent or kept without asking the played provider, most often because its breaker was open. */
  tests: { accepted: number; sent: number; captured: number; around: number };
  /** Breaker, checks and weight of the provider since the start, oldest first. */
  changes: ProviderChange[];
  /** The first message it took after the end, or the end of its breaker, whichever came first. */
  recoveredAt: string | null;
  /** From the end of the drill until then. */
  recoveryMs: number | null;
};

export type DrillDetail = DrillView & { report: DrillReport };
