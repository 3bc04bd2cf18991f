import { eq } from 'drizzle-orm';
import { preferences, type StoredDigests, type StoredRefusals } from '@/drizzle/schema/preferences';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { mayChange } from '@/lib/companies/scoped';
import { holdContact, readContact } from '@/lib/contacts/get';
import { updateContact } from '@/lib/contacts/update';
import type { Context } from '@/lib/context';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import type { Type } from '../types/read';
import type { PreferencesPatch, PreferencesView } from './schema';
import { getPreferences, typesOf } from './view';

type Digests = NonNullable<PreferencesPatch['digests']>;
type Wanted = NonNullable<PreferencesPatch['types']>;

/** What is not named stays. @throws AppError not_found, forbidden, changed_meanwhile; validation_failed for a type that nobody can refuse */
export async function updatePreferences(
  ctx: Context,
  { id: ref, version, language, quietHours, types = {}, digests = {} }: PreferencesPatch & { id: string },
): Promise<PreferencesView> {
  const contact = await readContact(ctx, ref);
  const { id, companyId } = contact;
  const known = await typesOf(companyId, ctx.locale);
  checkTypes(types, known);
  checkDigests(digests, known);
  const save = () =>
    mutation(ctx, 'contact.prefer', async (tx) => {
      const held = await holdContact(tx, ctx, id);
      mayChange(ctx, held.companyId);
      const [before] = await tx.select().from(preferences).where(eq(preferences.contactId, id));
      checkVersion(version, before?.version ?? 0);
      const after = {
        contactId: id,
        refused: layOver(before?.refused ?? {}, types),
        digests: layDigests(before?.digests ?? {}, digests),
        quietFrom: quietHours === undefined ? (before?.quietFrom ?? null) : (quietHours?.fromHour ?? null),
        quietUntil: quietHours === undefined ? (before?.quietUntil ?? null) : (quietHours?.untilHour ?? null),
        version: (before?.version ?? 0) + 1,
        updatedAt: new Date(),
      };
      await tx
        .insert(preferences)
        .values(after)
        .onConflictDoUpdate({ target: preferences.contactId, set: after });
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(save, { quietHours, version }, () => getPreferences(ctx, { id }));
  if (language !== undefined && language !== contact.language) await updateContact(ctx, { id, language });
  return getPreferences(ctx, { id });
}

function checkTypes(types: Wanted, known: Type[]): void {
  const errors = Object.entries(types).flatMap(([key, channels]): FieldError[] => {
    const type = known.find((each) => each.key === key);
    if (!type) return [fieldError(`types.${key}`, 'no_notification_type', { type: key })];
    const refused = Object.entries(channels).filter(([, wanted]) => !wanted);
    return type.required ? refused.map(([name]) => fieldError(`types.${key}.${name}`, 'type_required')) : [];
  });
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
}

function checkDigests(digests: Digests, known: Type[]): void {
  const wrong = Object.entries(digests).filter(
    ([key, digest]) => digest !== null && !known.some((type) => type.key === key && type.collectable),
  );
  const errors = wrong.map(([key]) => fieldError(`digests.${key}`, 'not_collectable'));
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
}

function layDigests(known: StoredDigests, digests: Digests): StoredDigests {
  const laid = Object.entries({ ...known, ...digests }).filter(([, digest]) => digest !== null);
  return Object.fromEntries(laid) as StoredDigests;
}

function layOver(known: StoredRefusals, types: Wanted): StoredRefusals {
  const all = new Map(Object.entries(known).map(([key, channels]) => [key, new Set(channels)]));
  for (const [key, channels] of Object.entries(types)) {
    const refused = all.get(key) ?? new Set();
    for (const [channel, wanted] of Object.entries(channels))
      wanted ? refused.delete(channel) : refused.add(channel);
    all.set(key, refused);
  }
  return Object.fromEntries(
    [...all].filter(([, set]) => set.size > 0).map(([key, set]) => [key, [...set].sort()]),
  );
}
