import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { preferences, type StoredRefusals } from '@/drizzle/schema/preferences';
import { db } from '@/lib/database/db';
import { entryOf } from '@/lib/entry-of';

export type Chosen = typeof preferences.$inferSelect;

/** Of those who chose something. */
export async function readChosen(contactIds: string[]): Promise<Map<string, Chosen>> {
  if (contactIds.length === 0) return new Map();
  const rows = await db().select().from(preferences).where(inArray(preferences.contactId, contactIds));
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** What nobody wants of those who have this address: two children may share the mailbox of one parent. */
export async function readRefusedAt(
  companyId: string | null,
  emails: string[],
): Promise<Map<string, StoredRefusals>> {
  if (emails.length === 0) return new Map();
  const { companyId: column, emailCompared, id } = contacts;
  const rows = await db()
    .select({ email: emailCompared, refused: preferences.refused })
    .from(contacts)
    .leftJoin(preferences, eq(preferences.contactId, id))
    .where(
      and(
        inArray(emailCompared, emails),
        companyId === null ? isNull(column) : or(isNull(column), eq(column, companyId)),
      ),
    );
  const byEmail = Map.groupBy(rows, ({ email }) => email!);
  return new Map(
    [...byEmail].map(([email, of]) => [email, of.map(({ refused }) => refused ?? {}).reduce(inBoth)]),
  );
}

function inBoth(one: StoredRefusals, other: StoredRefusals): StoredRefusals {
  return Object.fromEntries(
    Object.entries(one).map(([type, channels]) => [
      type,
      channels.filter((channel) => entryOf(other, type)?.includes(channel)),
    ]),
  );
}
