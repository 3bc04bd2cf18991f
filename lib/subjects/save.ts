import { mapInTurns } from '@/lib/async/map-in-turns';
import { companyFor } from '@/lib/companies/resolve';
import { findContacts } from '@/lib/contacts/find-many';
import type { Context } from '@/lib/context';
import { AppError, invalid, MAX_ERRORS } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { problemBody, toAppError } from '@/lib/http/problem';
import { type KindRow, readKind } from '@/lib/subject-kinds/change';
import { checkData } from './check-data';
import { getSubject } from './list';
import { type Given, type Put, putSubjects } from './put';
import {
  type SubjectBatch,
  type SubjectInput,
  SubjectItem,
  type SubjectOutcome,
  type SubjectView,
} from './schema';

/** Adds one, or changes the one of this key. @throws AppError not_found, forbidden, validation_failed */
export async function upsertSubject(
  ctx: Context,
  { kind, company, ...item }: SubjectInput,
): Promise<SubjectView & { outcome: SubjectOutcome }> {
  const { results } = await upsertSubjects(ctx, { kind, company, subjects: [item] });
  const [result] = results as [SubjectResult];
  if (result instanceof AppError) throw result;
  return { ...(await getSubject(ctx, { id: result.id })), outcome: result.outcome };
}

type SubjectResult = Put | AppError;
export type SubjectAnswer = Put | { error: ReturnType<typeof problemBody> };

/** Up to 1,000 of one kind, each taken or refused by itself, results in order. @throws AppError not_found, forbidden */
export async function upsertSubjects(
  ctx: Context,
  { kind: ref, subjects: items, company }: SubjectBatch,
): Promise<{ results: SubjectResult[] }> {
  const companyId = await companyFor(ctx, company);
  const kind = await readKind({ companyId: ctx.companyId ?? companyId }, ref);
  const judged = await judgeSubjects(ctx, { kind, companyId }, items);
  const good = judged.filter((one): one is Given => !(one instanceof AppError));
  const put = good.length > 0 ? await putSubjects(ctx, { kind, companyId }, good) : new Map<string, Put>();
  return { results: judged.map((one) => (one instanceof AppError ? one : put.get(one.key)!)) };
}

type Whose = { kind: Pick<KindRow, 'fields'>; companyId: string | null };

/** What is to be kept of each, or what is wrong with it, in order. */
export async function judgeSubjects(
  ctx: Context,
  { kind, companyId }: Whose,
  items: unknown[],
): Promise<(Given | AppError)[]> {
  const named = items.flatMap((item) => (item as { contact?: unknown } | null)?.contact ?? []);
  const contacts = await findContacts(companyId, [...new Set(named.map(String))]);
  return mapInTurns(items, (item) => {
    try {
      const { key, contact, data } = parseInput(SubjectItem, item);
      const contactId = contact ? contacts.get(contact)?.id : contact;
      if (contact && !contactId) throw invalid('contact', 'no_contact', { contact });
      return { key, contactId, data: checkData(kind.fields, data) };
    } catch (error) {
      return toAppError(error, ctx.requestId);
    }
  });
}

/** As a program hears it: all that is wrong with each, until it is enough for one answer. */
export async function saveSubjects(ctx: Context, input: SubjectBatch): Promise<{ results: SubjectAnswer[] }> {
  const { results } = await upsertSubjects(ctx, input);
  let left = MAX_ERRORS;
  return {
    results: results.map((result): SubjectAnswer => {
      if (!(result instanceof AppError)) return result;
      const error = problemBody(result, ctx.requestId);
      const errors = error.errors?.slice(0, left);
      left -= errors?.length ?? 0;
      return { error: { ...error, errors: errors && errors.length > 0 ? errors : undefined } };
    }),
  };
}
