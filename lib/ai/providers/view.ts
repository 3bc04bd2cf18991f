import type { aiKeys, aiProviders } from '@/drizzle/schema/ai';
import type { AiFault } from '@/lib/ai/call/faults';
import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { fromMicros } from '@/lib/money';
import { may } from '@/lib/permissions';
import { viewModels } from './own-models';
import type { AiProviderView } from './schema';
import type { Spent } from './spent';
import { stateOf } from './state';

export type AiProviderRow = typeof aiProviders.$inferSelect;
export type AiKeyRow = typeof aiKeys.$inferSelect;

type Beside = { key: AiKeyRow | undefined; spent: Spent | undefined; fallback: string | null };

export async function viewAiProvider(
  ctx: Context,
  row: AiProviderRow,
  { key, spent, fallback }: Beside,
): Promise<AiProviderView> {
  const company = await keyOf(row.companyId);
  const kind = row.kind as AiKindName;
  const now = new Date();
  const spentMicros = spent?.costMicros ?? 0;
  const hasKey = key !== undefined || kindOf(kind).keyOptional === true;
  return {
    id: row.id,
    ...settingsOf(row),
    kind,
    label: kindOf(kind).label,
    fallback,
    secrets: key
      ? { apiKey: { set: true, last4: shownEnd(ctx, key), updatedAt: key.createdAt.toISOString() } }
      : {},
    state: stateOf(row, { hasKey, spentMicros, now }),
    until: row.openUntil && row.openUntil > now ? row.openUntil.toISOString() : null,
    failure:
      row.fault && row.failedAt
        ? { fault: row.fault as AiFault, at: row.failedAt.toISOString(), reply: row.reply }
        : null,
    lastTest: row.testedAt && { ok: row.testOk === true, at: row.testedAt.toISOString() },
    month: {
      calls: spent?.calls ?? 0,
      failed: spent?.failed ?? 0,
      tokens: spent?.tokens ?? 0,
      cost: fromMicros(spentMicros),
    },
    ...(company && { company }),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** What a person sets. */
export function settingsOf(row: AiProviderRow) {
  const { name, endpoint, model, organization, project, timeoutSeconds, priority, limits, active } = row;
  const { inputMicros, outputMicros, budgetMicros, budgetHard } = row;
  return {
    name,
    endpoint,
    model,
    organization,
    project,
    timeoutSeconds,
    priority,
    price:
      inputMicros === null || outputMicros === null
        ? null
        : { input: fromMicros(inputMicros), output: fromMicros(outputMicros) },
    modelFor: viewModels(row.modelFor),
    limits,
    budget: budgetMicros === null ? null : { monthly: fromMicros(budgetMicros), hard: budgetHard },
    active,
  };
}

/** As it goes into the audit log. */
export function auditOf(row: AiProviderRow) {
  return { ...settingsOf(row), kind: row.kind, fallbackId: row.fallbackId, companyId: row.companyId };
}

/** Services list keys by their ends; nobody but who may replace one needs it. */
export function shownEnd({ actor }: Context, { last4 }: Pick<AiKeyRow, 'last4'>): string {
  if (actor.type === 'user') return may(actor.role, 'ai.write') ? last4 : '';
  return actor.type !== 'token' || actor.scopes.includes('ai:write') ? last4 : '';
}
