import { z } from 'zod';
import type { TestView } from '@/lib/providers/schema';

export const TestsFilter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});

/** A test of the past. Its sentence is put into words anew, in the language of whoever reads it now. */
export type PastTestView = TestView & { id: string; durationMs: number };

/** The short form of a test, for programs that ask often. */
export type HealthCheckView = { ok: boolean; cause?: string; summary: string; ms: number; at: string };

/** One of all providers that were tested side by side. */
export type NamedTestView = TestView & { id: string; name: string };

/** What a provider has done, in attempts: `sent` ones that somebody took, `captured` ones that a sandbox kept, `failed` ones that nobody took,
 * be it for an address. Those that were only put off (too fast, a used-up limit, nothing that it takes) are none of these. Days and months are those of the settings. */
export type ProviderStatistics = {
  sent: number;
  captured: number;
  failed: number;
  /** 0 to 1: attempts in which the provider was not at fault, as in the metrics; null before the first attempt. */
  successRate: number | null;
  sentToday: number;
  sentThisMonth: number;
  capturedToday: number;
  capturedThisMonth: number;
  /** Attempts in a row that failed for a reason of the provider's own. */
  consecutiveFailures: number;
  /** Decimal strings; without the monthly fee. */
  costThisMonth: string;
  costTotal: string;
  lastUsedAt: string | null;
  /** The newest connection test. */
  lastCheckAt: string | null;
  averageMs: number | null;
};
