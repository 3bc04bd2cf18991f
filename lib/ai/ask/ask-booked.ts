import { type Answer, type Asked, askProvider } from '@/lib/ai/call/ask-provider';
import type { AiConfig } from '@/lib/ai/call/config';
import { mostCost } from '@/lib/ai/log/cost';
import { reserve } from '@/lib/ai/log/reserve';
import { settleCall } from '@/lib/ai/log/settle';
import type { AiProviderRow } from '@/lib/ai/providers/view';
import type { Context } from '@/lib/context';
import { toMicros } from '@/lib/money';
import { currentSettings } from '@/lib/settings/current';
import type { Refused } from './answer';

export type Booked<T> = Asked<T> & {
  version: number;
  companyId: string | null;
  /** Personal data was taken out. */
  redacted: boolean;
};

/** The one way to ask that may cost: what it costs at most is booked before, what it did cost after. `refused`: it was not asked. */
export async function askBooked<T>(
  ctx: Context,
  row: AiProviderRow,
  config: AiConfig,
  asked: Booked<T>,
): Promise<(Answer<T> & { costMicros: number | null }) | { refused: Refused }> {
  const { ai } = await currentSettings();
  const reservation = await reserve({
    provider: { ...row, hardBudgetMicros: row.budgetHard ? row.budgetMicros : null },
    totalBudgetMicros: ai.monthlyBudget > 0 ? toMicros(String(ai.monthlyBudget)) : null,
    job: asked.name,
    promptVersion: asked.version,
    companyId: asked.companyId,
    actor: ctx.actor,
    redacted: asked.redacted,
    costMicros: mostCost(row, asked),
  });
  if ('refused' in reservation) return reservation;
  // Whatever fails from here on, what was booked stays: it may have been spent.
  const answer = await askProvider(config, asked);
  return { ...answer, costMicros: await settleCall(reservation.id, row, answer) };
}
