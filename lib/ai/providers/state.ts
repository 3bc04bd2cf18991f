import type { aiProviders } from '@/drizzle/schema/ai';
import type { AiFault } from '@/lib/ai/call/faults';
import type { AI_STATES } from './schema';

type AiProviderRow = typeof aiProviders.$inferSelect;
type State = (typeof AI_STATES)[number];

/** Of these nothing passes by itself: the key, the account or the model has to be another one. */
const FOR_A_PERSON: AiFault[] = ['auth', 'quota', 'gone'];

export function isForAPerson(fault: string | null): boolean {
  return FOR_A_PERSON.includes(fault as AiFault);
}

type Facts = { hasKey: boolean; spentMicros: number; now: Date };

export function stateOf(
  row: Pick<AiProviderRow, 'active' | 'fault' | 'openUntil' | 'budgetMicros' | 'budgetHard'>,
  { hasKey, spentMicros, now }: Facts,
): State {
  if (!row.active) return 'paused';
  if (!hasKey) return 'no_key';
  if (row.openUntil && row.openUntil > now) return isForAPerson(row.fault) ? 'stopped' : 'resting';
  if (row.budgetMicros !== null && row.budgetHard && spentMicros >= row.budgetMicros) return 'budget_used';
  return 'ready';
}
