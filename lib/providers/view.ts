import type { ProviderRow, StoredSecret } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { fromMicros } from '@/lib/money';
import type { ProviderHealth } from './health/health-schema';
import { viewSecrets } from './keys/credentials';
import type { ProviderView } from './schema';

export type ProviderRecord = {
  provider: ProviderRow;
  secrets?: Record<string, StoredSecret>;
  fallback?: string | null;
  lastTest?: { ok: boolean; cause: string | null; createdAt: Date } | null;
  health: ProviderHealth;
  /** Its key. */
  company?: string | undefined;
};

export function viewProvider(
  ctx: Context,
  { provider, secrets, fallback, lastTest, health, company }: ProviderRecord,
): ProviderView {
  return {
    id: provider.id,
    name: provider.name,
    kind: provider.kind,
    channel: provider.channel,
    settings: provider.settings,
    secrets: viewSecrets(ctx, secrets),
    fromEmail: provider.fromEmail,
    fromName: provider.fromName,
    priority: provider.priority,
    weight: provider.weight,
    costPerMessage: fromMicros(provider.costMicros),
    monthlyFee: fromMicros(provider.monthlyFeeMicros),
    limits: provider.limits,
    overrides: provider.overrides,
    budget: provider.budget && {
      monthly: fromMicros(provider.budget.monthlyMicros),
      hard: provider.budget.hard,
    },
    categories: provider.categories,
    fallback: fallback ?? null,
    active: provider.active,
    timeZone: provider.timeZone,
    senderDomains: provider.senderDomains,
    recipientDomains: provider.recipientDomains,
    keyRotation: provider.keyRotation,
    lastTest: lastTest
      ? { ok: lastTest.ok, cause: lastTest.cause, at: lastTest.createdAt.toISOString() }
      : null,
    health,
    ...(company && { company }),
    version: provider.version,
    createdAt: provider.createdAt.toISOString(),
    updatedAt: provider.updatedAt.toISOString(),
  };
}
