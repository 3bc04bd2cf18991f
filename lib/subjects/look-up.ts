import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { subjects } from '@/drizzle/schema/subjects';
import { db } from '@/lib/database/db';
import type { Given } from './put';
import type { SubjectOutcome } from './schema';

export type Kept = { contactId: string | null; data: Record<string, unknown> };
type Of = { kind: { id: string }; companyId: string | null };

/** What storing them would come to. `told`: as those would stand that came in a part before this one. */
export async function lookUpSubjects(
  { kind, companyId }: Of,
  given: readonly Given[],
  told: Map<string, Kept>,
): Promise<SubjectOutcome[]> {
  const { key, contactId, data, companyId: company } = subjects;
  const keys = given.map((one) => one.key);
  const rows = await db()
    .select({ key, contactId, data })
    .from(subjects)
    .where(
      and(
        eq(subjects.kindId, kind.id),
        companyId === null ? isNull(company) : eq(company, companyId),
        inArray(key, keys),
      ),
    );
  const stored = new Map<string, Kept>(
    rows.map((row) => [row.key, { contactId: row.contactId, data: row.data }]),
  );
  return given.map((one) => {
    const before = told.get(one.key) ?? stored.get(one.key);
    const after = layOver(before, one);
    told.set(one.key, after);
    if (!before) return 'created';
    return isDeepStrictEqual(after, before) ? 'same' : 'changed';
  });
}

/** As `putSubjects` does it: what is not named stays, null takes away. */
function layOver(before: Kept | undefined, { contactId, data }: Given): Kept {
  const laid = Object.entries({ ...before?.data, ...data }).filter(([, value]) => value !== null);
  return {
    contactId: contactId === undefined ? (before?.contactId ?? null) : contactId,
    data: Object.fromEntries(laid),
  };
}
