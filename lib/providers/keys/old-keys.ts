import { and, eq, isNotNull } from 'drizzle-orm';
import { providerKeyRotations, providerKeys, providers } from '@/drizzle/schema/providers';
import { db } from '@/lib/database/db';
import { findAdapter } from '@/lib/providers/registry';
import { currentSettings } from '@/lib/settings/current';
import { keySince } from './key-age';
import { KeyRotationSetting } from './rotation-setting';
import { lastRotationOf } from './rotations';

const DAY_MS = 86_400_000;
/** One that failed is tried again by itself after a day. */
const AGAIN_MS = DAY_MS;

/** A provider whose key is as old as it may become. */
export type OldKey = {
  providerId: string;
  name: string;
  companyId: string | null;
  keyId: string;
  since: Date;
  everyDays: number;
  /** Its service makes another by itself. */
  automatic: boolean;
  remindedAt: Date | null;
};

export async function oldKeys(now: Date): Promise<OldKey[]> {
  const usual = await usualKeyAge();
  const rows = await db()
    .select({ provider: providers, key: providerKeys })
    .from(providers)
    .innerJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)))
    .where(eq(providers.active, true))
    .orderBy(providers.id);
  return rows.flatMap(({ provider, key }) => {
    const adapter = findAdapter(provider.kind);
    // One of another version is none: that its key may be old keeps nobody from sending by it.
    const setting = KeyRotationSetting.safeParse(provider.keyRotation).data ?? usual;
    const since = adapter && keySince(adapter, key);
    if (!since || !setting || since.getTime() + setting.everyDays * DAY_MS > now.getTime()) return [];
    const { id: providerId, name, companyId } = provider;
    const automatic = setting.automatic && adapter.keys !== undefined;
    const { id: keyId, remindedAt } = key;
    return [
      { providerId, name, companyId, keyId, since, everyDays: setting.everyDays, automatic, remindedAt },
    ];
  });
}

/** Of a provider that has no age of its own: a person is reminded. Null: nobody is. */
export async function usualKeyAge(): Promise<{ everyDays: number; automatic: false } | null> {
  const everyDays = (await currentSettings()).security.providerKeyDays;
  return everyDays > 0 ? { everyDays, automatic: false } : null;
}

/** None is under way, and none failed within a day. */
export async function mayBegin(providerId: string, now: Date): Promise<boolean> {
  const last = await lastRotationOf(providerId);
  if (!last) return true;
  if (!last.finishedAt) return false;
  return last.step === 'done' || now.getTime() - last.finishedAt.getTime() >= AGAIN_MS;
}

export async function noteReminder(keyId: string, now: Date): Promise<void> {
  await db().update(providerKeys).set({ remindedAt: now }).where(eq(providerKeys.id, keyId));
}

export type FailedRotation = {
  id: string;
  providerId: string;
  name: string;
  companyId: string | null;
  problem: string;
  detail: string | null;
};

/** Replacements that are over and failed, or whose old key could not be ended, of which nobody was written to yet. */
export async function failedRotations(): Promise<FailedRotation[]> {
  const { id, providerId, problem, detail, finishedAt, toldAt } = providerKeyRotations;
  const rows = await db()
    .select({ id, providerId, problem, detail, name: providers.name, companyId: providers.companyId, toldAt })
    .from(providerKeyRotations)
    .innerJoin(providers, eq(providers.id, providerId))
    .where(and(isNotNull(problem), isNotNull(finishedAt)))
    .orderBy(id);
  return rows.flatMap(({ toldAt, problem, ...row }) =>
    toldAt === null && problem ? [{ ...row, problem }] : [],
  );
}

export async function noteTold(rotationId: string, now: Date): Promise<void> {
  await db().update(providerKeyRotations).set({ toldAt: now }).where(eq(providerKeyRotations.id, rotationId));
}
