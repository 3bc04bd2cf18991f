import { aiProviders } from '@/drizzle/schema/ai';
import { scoped } from '@/lib/companies/scoped';
import { db } from '@/lib/database/db';
import { toMicros } from '@/lib/money';
import { currentSettings } from '@/lib/settings/current';
import { spentThisMonth } from './spent';

/** `name` null: all AI providers together, as the settings have it. */
export type AiBudgetInUse = { id: string; name: string | null; usedMicros: number; monthlyMicros: number };

/** What of the budgets of AI is used this month; that of all belongs to who sees all companies. */
export async function aiBudgetsInUse(companyId: string | null): Promise<AiBudgetInUse[]> {
  const [{ ai }, spent, rows] = await Promise.all([
    currentSettings(),
    spentThisMonth(),
    db()
      .select()
      .from(aiProviders)
      .where(scoped({ companyId }, aiProviders.companyId, 'shared')),
  ]);
  const own = rows.flatMap(({ id, name, budgetMicros }) =>
    budgetMicros === null
      ? []
      : [{ id, name, usedMicros: spent.get(id)?.costMicros ?? 0, monthlyMicros: budgetMicros }],
  );
  if (companyId !== null || ai.monthlyBudget === 0) return own;
  const usedMicros = [...spent.values()].reduce((sum, { costMicros }) => sum + costMicros, 0);
  const all = { id: 'all', name: null, usedMicros, monthlyMicros: toMicros(String(ai.monthlyBudget)) };
  return [all, ...own];
}
