import { and, asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { providerKeys, providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { type Context, requireConfirmed } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError, fieldError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { forgetProviders } from '@/lib/providers/cache';
import { announceChange } from '@/lib/providers/follow';
import { getProvider } from '@/lib/providers/get';
import { findAdapter } from '@/lib/providers/registry';
import { lockProvider, parseSecrets } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { sealSecrets, viewSecrets } from './credentials';
import { keySince } from './key-age';
import type { KeyInput, KeyView } from './key-schema';
import { lacking } from './needs';
import { usualKeyAge } from './old-keys';
import type { KeysView } from './rotation-schema';
import { lastRotationOf, viewRotation } from './rotations';

const MOST_KEYS = 20;

type KeyRow = typeof providerKeys.$inferSelect;
type OneKey = { id: string; keyId: string };

/** Oldest first. @throws AppError not_found */
export async function listKeys(ctx: Context, { id }: { id: string }): Promise<KeysView> {
  const provider = await getProvider(ctx, id);
  const [keys, rotation] = await Promise.all([selectKeys(db(), provider.id), lastRotationOf(provider.id)]);
  const adapter = findAdapter(provider.kind);
  const inUse = keys.find(({ active }) => active);
  const source = adapter?.keys?.source ?? adapter?.keysByHand;
  return {
    data: keys.map((key) => viewKey(ctx, key)),
    inUseSince: (adapter && inUse && keySince(adapter, inUse))?.toISOString() ?? null,
    usualDays: (await usualKeyAge())?.everyDays ?? null,
    api: source ? { makesKeys: adapter?.keys !== undefined, source } : null,
    rotation: rotation ? viewRotation(rotation) : null,
  };
}

/** The first key of a provider is used at once, any other when it is activated. @throws AppError not_found, name_taken, conflict; ZodError */
export async function addKey(
  ctx: Context,
  { id, label, secrets, scopes, activate }: z.output<typeof KeyInput> & { id: string },
): Promise<KeyView> {
  requireConfirmed(ctx);
  return changeKeys(ctx, 'provider_key.add', id, async (tx, provider, keys) => {
    parseSecrets(provider.kind, secrets);
    if (keys.length >= MOST_KEYS)
      throw new AppError(
        'conflict',
        `${provider.name} has ${MOST_KEYS} keys. Remove one first.`,
        refusal('too_many_keys', { name: provider.name, max: MOST_KEYS }),
      );
    if (keys.some((key) => key.label.toLowerCase() === label.toLowerCase()))
      throw new AppError('name_taken', `${provider.name} already has a key called ${label}.`, {
        errors: [fieldError('label', 'taken')],
      });
    const inUse = keys.find((key) => key.active);
    const active = activate || !inUse;
    if (active) requireCredentials(label, secrets, inUse);
    if (active) await deactivate(tx, provider.id);
    const keyId = newId();
    const [row] = await tx
      .insert(providerKeys)
      .values({
        id: keyId,
        providerId: provider.id,
        label,
        scopes,
        secrets: sealSecrets(keyId, secrets),
        active,
      })
      .returning();
    return { key: row!, after: row!, renew: active };
  });
}

/** Sends that begin from now on use this key; those under way end with the one they began with. @throws AppError not_found; conflict where it lacks what is needed to sign in */
export async function activateKey(ctx: Context, { id, keyId }: OneKey): Promise<KeyView> {
  requireConfirmed(ctx);
  return changeKeys(ctx, 'provider_key.activate', id, async (tx, provider, keys) => {
    const key = find(keys, keyId);
    if (key.active) return { key, before: key, after: key, renew: false };
    const before = keys.find((other) => other.active);
    requireCredentials(key.label, key.secrets, before);
    const row = await switchToKey(tx, provider.id, key.id);
    return { key: row, before, after: row, renew: false };
  });
}

/** Within one's own transaction: this one and no other, which is not ended any more where it was to be. Connections are made anew. */
export async function switchToKey(tx: Transaction, providerId: string, keyId: string): Promise<KeyRow> {
  await deactivate(tx, providerId);
  const [row] = await tx
    .update(providerKeys)
    .set({ active: true, endsAt: null, updatedAt: new Date() })
    .where(eq(providerKeys.id, keyId))
    .returning();
  await renewConnections(tx, providerId);
  await announceChange(tx);
  return row!;
}

/** @throws AppError not_found; conflict for the active key while there are others to use instead */
export async function removeKey(ctx: Context, { id, keyId }: OneKey): Promise<void> {
  await changeKeys(ctx, 'provider_key.remove', id, async (tx, provider, keys) => {
    const key = find(keys, keyId);
    if (key.active && keys.length > 1)
      throw new AppError(
        'conflict',
        `${provider.name} uses the key ${key.label}. Activate another one first.`,
        refusal('key_in_use', { name: provider.name, label: key.label }),
      );
    await tx.delete(providerKeys).where(eq(providerKeys.id, key.id));
    return { key, before: key, renew: key.active };
  });
}

function requireCredentials(
  label: string,
  secrets: Record<string, unknown>,
  inUse: KeyRow | undefined,
): void {
  const names = lacking(secrets, inUse?.secrets);
  if (names.length === 0) return;
  const params = { label, inUse: inUse!.label };
  throw new AppError(
    'conflict',
    `The key ${label} lacks ${names.join(' and ')}, with which ${inUse!.label} signs in: with it nothing would be sent.`,
    refusal('key_lacks', params),
  );
}

type KeyChange = { key: KeyRow; before?: KeyRow; after?: KeyRow; renew: boolean };

/** One change of a provider's keys under its lock; `renew` makes connections anew. */
async function changeKeys(
  ctx: Context,
  action: string,
  id: string,
  work: (tx: Transaction, provider: ProviderRow, keys: KeyRow[]) => Promise<KeyChange>,
): Promise<KeyView> {
  const key = await mutation(ctx, action, async (tx) => {
    const provider = await lockProvider(tx, ctx, id);
    const change = await work(tx, provider, await selectKeys(tx, provider.id));
    if (change.renew) await renewConnections(tx, provider.id);
    await announceChange(tx);
    const { before, after } = change;
    return {
      result: change.key,
      subjectId: provider.id,
      ownerId: provider.companyId,
      before: before && tell(before),
      after: after && tell(after),
    };
  });
  forgetProviders();
  return viewKey(ctx, key);
}

async function renewConnections(tx: Transaction, providerId: string): Promise<void> {
  await tx
    .update(providers)
    .set({ version: sql`${providers.version} + 1`, updatedAt: new Date() })
    .where(eq(providers.id, providerId));
}

function selectKeys(tx: Pick<Transaction, 'select'>, providerId: string): Promise<KeyRow[]> {
  return tx
    .select()
    .from(providerKeys)
    .where(eq(providerKeys.providerId, providerId))
    .orderBy(asc(providerKeys.id));
}

/** At most one key may be active at any moment, also between two statements. */
async function deactivate(tx: Transaction, providerId: string): Promise<void> {
  await tx
    .update(providerKeys)
    .set({ active: false, updatedAt: new Date() })
    .where(and(eq(providerKeys.providerId, providerId), eq(providerKeys.active, true)));
}

/** By id or by label, as the command line takes either. */
function find(keys: KeyRow[], idOrLabel: string): KeyRow {
  const key = keys.find(
    ({ id, label }) => id === idOrLabel || label.toLowerCase() === idOrLabel.toLowerCase(),
  );
  if (!key) throw notFound('key', idOrLabel);
  return key;
}

/** For the audit log, which hides whatever is called secrets: their names may be told. */
function tell({ id: keyId, label, scopes, active, secrets }: KeyRow) {
  return { keyId, label, scopes, active, names: Object.keys(secrets) };
}

function viewKey(
  ctx: Context,
  { id, label, scopes, active, secrets, endsAt, externalId, createdAt, updatedAt }: KeyRow,
): KeyView {
  return {
    id,
    label,
    scopes,
    active,
    secrets: viewSecrets(ctx, secrets),
    endsAt: endsAt?.toISOString() ?? null,
    endedByHand: endsAt !== null && externalId === null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
