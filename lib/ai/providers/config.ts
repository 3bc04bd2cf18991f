import { and, eq } from 'drizzle-orm';
import { aiKeys } from '@/drizzle/schema/ai';
import type { AiConfig } from '@/lib/ai/call/config';
import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { db } from '@/lib/database/db';
import { openKey } from './sealed-keys';
import type { AiProviderRow } from './view';

/** Null: there is no key that can be opened, and its kind needs one. */
export async function configOf(row: AiProviderRow): Promise<AiConfig | null> {
  const kind = row.kind as AiKindName;
  const apiKey = await activeKey(row.id);
  if (apiKey === null && !kindOf(kind).keyOptional) return null;
  return {
    kind,
    model: row.model,
    endpoint: row.endpoint,
    apiKey,
    organization: row.organization,
    project: row.project,
    timeoutMs: row.timeoutSeconds * 1000,
    schemas: row.schemas ?? kindOf(kind).schemas ?? false,
  };
}

async function activeKey(providerId: string): Promise<string | null> {
  const [key] = await db()
    .select()
    .from(aiKeys)
    .where(and(eq(aiKeys.providerId, providerId), eq(aiKeys.active, true)));
  if (!key) return null;
  try {
    return openKey(key);
  } catch {
    // Its master key is not there: the panel says so where keys are rotated.
    return null;
  }
}
