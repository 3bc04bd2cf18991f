import { eq } from 'drizzle-orm';
import { providerKeys } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { forgetProviders } from '@/lib/providers/cache';
import { runTest } from '@/lib/providers/health/run-test';
import type { AskedKey, MadeKey } from '@/lib/providers/key-api';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { lockProvider } from '@/lib/providers/write';
import { sealSecrets } from './credentials';
import { switchToKey } from './keys';
import { USUAL_KEY_GRACE_HOURS } from './rotation-setting';
import { keysOf, madeKey, type Work, withKey } from './rotation-work';
import { LostClaim, noteRotation, type RotationRow } from './rotations';

const HOUR_MS = 3_600_000;

/**
 * Asks the service for a key and stores it, unused. That it is asked is noted before: a key whose making nobody heard of is found by that the
 * next time, and ended, since nobody knows its secret.
 */
export async function makeKey(work: Work): Promise<RotationRow> {
  const { provider, rotation, reached } = work;
  const api = provider.adapter.keys!;
  const { config } = provider;
  if (rotation.askedAt) await endUnheard(work, rotation.askedAt);
  const oldId = await api.idOf(config);
  work.rotation = await noteRotation(db(), rotation, { askedAt: new Date() });
  reached('asking');
  const made = await api.make(config, rotation.name).catch(async (error: unknown) => {
    // It said no: there is nothing to look for.
    if (error instanceof ServiceFailure && !error.unheard)
      work.rotation = await noteRotation(db(), work.rotation, { askedAt: null });
    throw error;
  });
  reached('made');
  const stored = await store(work, made, oldId).catch(async (error: unknown) => {
    if (error instanceof LostClaim) await api.end(config, made.id);
    throw error;
  });
  reached('stored');
  return stored;
}

async function endUnheard({ provider, rotation }: Work, askedAt: Date): Promise<void> {
  const { adapter, config } = provider;
  const known = (await keysOf(rotation.providerId)).flatMap(({ externalId }) => externalId ?? []);
  const own = config.secrets.accessKeyId;
  const asked: AskedKey = { name: rotation.name, askedAt, known: own ? [...known, own] : known };
  for (const id of await adapter.keys!.find(config, asked)) await adapter.keys!.end(config, id);
}

async function store({ ctx, rotation }: Work, made: MadeKey<Record<string, string>>, oldId?: string) {
  return mutation(ctx, 'provider_key.make', async (tx) => {
    const { providerId, name } = rotation;
    const keys = await keysOf(providerId, tx);
    const inUse = keys.find(({ active }) => active);
    const id = newId();
    // What stays besides the key: secrets of webhooks, say.
    const others = Object.keys(inUse?.secrets ?? {}).filter((secret) => !(secret in made.secrets));
    const secrets = sealSecrets(id, made.secrets as Record<string, string>);
    const scopes = inUse?.scopes ?? null;
    await tx
      .insert(providerKeys)
      .values({ id, providerId, label: name, scopes, secrets, active: false, externalId: made.id });
    if (inUse && !inUse.externalId && oldId)
      await tx.update(providerKeys).set({ externalId: oldId }).where(eq(providerKeys.id, inUse.id));
    const noted = await noteRotation(tx, rotation, { step: 'test', keyId: id, askedAt: null, ...FRESH });
    return { result: noted, subjectId: providerId, after: { keyId: id, label: name, kept: others } };
  });
}

const FRESH = { tries: 0, problem: null, detail: null };

/** With the new key, as a person's test does it: it is used only when this went well. */
export async function testMade(work: Work): Promise<RotationRow> {
  const { provider, rotation, reached } = work;
  const config = withKey(provider, await madeKey(work));
  const result = await runTest({ ...provider, config });
  if (!result.ok) {
    const last = result.steps.findLast(({ ok }) => !ok);
    // A new key may not be known everywhere at once.
    throw new ServiceFailure('test', [result.cause, last?.detail].filter(Boolean).join(': '), true);
  }
  reached('tested');
  return noteRotation(db(), rotation, { step: 'activate', ...FRESH });
}

/** From now on the new one is used; the one from before is ended when its grace is over. */
export async function activateMade(work: Work): Promise<RotationRow> {
  const { ctx, rotation, provider, reached } = work;
  const key = await madeKey(work);
  const hours = provider.row.keyRotation?.graceHours ?? USUAL_KEY_GRACE_HOURS;
  const done = await mutation(ctx, 'provider_key.activate', async (tx) => {
    const { id } = await lockProvider(tx, ctx, rotation.providerId);
    const before = (await keysOf(id, tx)).find(({ active }) => active);
    const now = new Date();
    await switchToKey(tx, id, key.id);
    const endsAt = new Date(now.getTime() + hours * HOUR_MS);
    if (before && before.id !== key.id)
      await tx.update(providerKeys).set({ endsAt }).where(eq(providerKeys.id, before.id));
    const change = { step: 'done' as const, finishedAt: now, claimedUntil: null, ...FRESH };
    const noted = await noteRotation(tx, rotation, change);
    const tell = (one?: { id: string; label: string }) => one && { keyId: one.id, label: one.label };
    return { result: noted, subjectId: id, before: tell(before), after: { ...tell(key), oldEndsAt: endsAt } };
  });
  forgetProviders();
  reached('activated');
  return done;
}
