import { eq, sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { mayChange } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { getContact, holdContact, readContact } from './get';
import { factsOf } from './known';
import { compared, identities, merge, prepareContact } from './prepare';
import type { ContactPatch, ContactView } from './schema';

/** What is not named stays; null takes away. @throws AppError not_found, name_taken, changed_meanwhile, forbidden, validation_failed */
export async function updateContact(
  ctx: Context,
  { id: ref, version, ...patch }: ContactPatch & { id: string },
): Promise<ContactView> {
  const { id, companyId } = await readContact(ctx, ref);
  const given = prepareContact(
    patch as Parameters<typeof prepareContact>[0],
    (await settingsFor(companyId)).country,
  );
  const save = () =>
    mutation(ctx, 'contact.update', async (tx) => {
      const before = await holdContact(tx, ctx, id);
      mayChange(ctx, before.companyId);
      checkVersion(version, before.version);
      const facts = merge(factsOf(before), {
        ...given,
        key: patch.key === undefined ? before.key : patch.key,
      });
      const [identity] = identities(facts);
      if (identity === undefined) throw invalid('email', 'contact_needs');
      const [after] = await tx
        .update(contacts)
        .set({
          ...facts,
          identity,
          emailCompared: compared(facts.email),
          updatedAt: new Date(),
          version: sql`${contacts.version} + 1`,
        })
        .where(eq(contacts.id, id))
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, before, after };
    });
  await explainStale(
    () => explainTaken(save, patch),
    { ...patch, version },
    () => getContact(ctx, { id }),
  );
  return getContact(ctx, { id });
}

/** @throws AppError not_found, forbidden */
export async function deleteContact(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  await mutation(ctx, 'contact.delete', async (tx) => {
    const before = await holdContact(tx, ctx, ref);
    mayChange(ctx, before.companyId);
    await tx.delete(contacts).where(eq(contacts.id, before.id));
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before };
  });
}

async function explainTaken<T>(work: () => Promise<T>, { key }: ContactPatch): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = ((error as { cause?: unknown }).cause ?? error) as { constraint_name?: string };
    if (cause.constraint_name !== 'contacts_identity_key') throw error;
    throw new AppError('name_taken', 'There already is a contact with this key or address.', {
      errors: [fieldError(key ? 'key' : 'email', 'taken')],
    });
  }
}
