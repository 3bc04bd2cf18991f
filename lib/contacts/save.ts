import { eq } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { mapInTurns } from '@/lib/async/map-in-turns';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError, MAX_ERRORS } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { problemBody, toAppError } from '@/lib/http/problem';
import { getContact } from './get';
import { type Given, prepareContact } from './prepare';
import { type Put, putContacts } from './put';
import { type ContactBatch, type ContactInput, ContactItem, type StoredContact } from './schema';

/** Adds a person, or changes one who is known by this key, or else by this address. @throws AppError forbidden, validation_failed */
export async function upsertContact(
  ctx: Context,
  { company, ...item }: ContactInput,
): Promise<StoredContact> {
  const companyId = await companyFor(ctx, company);
  const given = prepareContact(item, (await settingsFor(companyId)).country);
  const [put] = await storeContacts(ctx, companyId, [given]);
  return { ...(await getContact(ctx, { id: put!.id })), outcome: put!.outcome };
}

export type BatchResult = Put | { error: ReturnType<typeof problemBody> };

/** Up to 1,000, each taken or refused by itself, results in order. @throws AppError forbidden */
export async function upsertContacts(
  ctx: Context,
  { contacts: items, company }: ContactBatch,
): Promise<{ results: BatchResult[] }> {
  const companyId = await companyFor(ctx, company);
  const { country } = await settingsFor(companyId);
  const judged = await mapInTurns(items, (item): Given | AppError => {
    try {
      return prepareContact(parseInput(ContactItem, item), country);
    } catch (error) {
      return toAppError(error, ctx.requestId);
    }
  });
  const good = judged.filter((one): one is Given => !(one instanceof AppError));
  const put = good.length > 0 ? await storeContacts(ctx, companyId, good) : [];
  let next = 0;
  let told = 0;
  const results = judged.map((one): BatchResult => {
    if (!(one instanceof AppError)) return put[next++]!;
    const error = problemBody(one, ctx.requestId);
    const errors = error.errors?.slice(0, MAX_ERRORS - told);
    told += errors?.length ?? 0;
    return { error: { ...error, errors: errors && errors.length > 0 ? errors : undefined } };
  });
  return { results };
}

/** In one transaction, with what it came to in the audit log. */
export async function storeContacts(
  ctx: Context,
  companyId: string | null,
  given: readonly Given[],
): Promise<Put[]> {
  return withUniqueIdentity(() =>
    mutation(ctx, 'contact.save', async (tx) => {
      const result = await putContacts(tx, companyId, given);
      const [only] = result.length === 1 ? result : [];
      const [after] = only ? await tx.select().from(contacts).where(eq(contacts.id, only.id)) : [];
      return {
        result,
        subjectId: only?.id ?? null,
        ownerId: companyId,
        after: after ?? count(result),
      };
    }),
  );
}

function count(put: Put[]) {
  const of = (outcome: Put['outcome']) => put.filter((one) => one.outcome === outcome).length;
  return { created: of('created'), changed: of('changed'), same: of('same') };
}

const isTaken = (error: unknown) =>
  (((error as { cause?: unknown }).cause ?? error) as { constraint_name?: string }).constraint_name ===
  'contacts_identity_key';

const MOST_TRIES = 5;

/** Somebody else wrote of the same person at this moment: what they wrote is seen the next time. */
async function withUniqueIdentity<T>(work: () => Promise<T>, tries = MOST_TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (tries === 1 || !isTaken(error)) throw error;
    return withUniqueIdentity(work, tries - 1);
  }
}
