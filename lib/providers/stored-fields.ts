import { z } from 'zod';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { isTimeZone } from '@/lib/settings/known-names';
import { ProviderOverrides } from '@/lib/settings/overrides-schema';

const count = z.int().positive().optional();
const rules = z.array(z.string()).optional();

/**
 * What a row must hold for this version of Relevo to send by it: shapes alone. What two values contradict each other is for who saves
 * them, for rules that came later must not stop what worked.
 */
const StoredFields = z.object({
  settings: z.record(z.string(), z.unknown()),
  limits: z.strictObject({ second: count, minute: count, hour: count, day: count, month: count }),
  overrides: ProviderOverrides,
  budget: z.strictObject({ monthlyMicros: z.number().nonnegative(), hard: z.boolean() }).nullable(),
  recipientDomains: z.strictObject({ prefer: rules, only: rules, never: rules }).nullable(),
  timeZone: z.string().refine(isTimeZone).nullable(),
});

const HARMLESS = {
  settings: {},
  limits: {},
  overrides: {},
  budget: null,
  recipientDomains: null,
  timeZone: null,
} satisfies { [field in keyof typeof StoredFields.shape]: unknown };

/** What of a row cannot be read; undefined: nothing. */
export function unreadableIn(row: ProviderRow): z.ZodError | undefined {
  return StoredFields.safeParse(row).error;
}

/** The row for whoever reckons with it: nothing in place of what cannot be read. */
export function readableRow(row: ProviderRow): ProviderRow {
  const spoilt = new Set(unreadableIn(row)?.issues.map(({ path }) => path[0]));
  if (spoilt.size === 0) return row;
  return { ...row, ...Object.fromEntries(Object.entries(HARMLESS).filter(([field]) => spoilt.has(field))) };
}
