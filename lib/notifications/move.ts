import { eq, inArray } from 'drizzle-orm';
import { notifications } from '@/drizzle/schema/notifications';
import { preferences, type StoredRefusals } from '@/drizzle/schema/preferences';
import type { Transaction } from '@/lib/database/db';
import { entryOf } from '@/lib/entry-of';

type Move = { from: string; to: string };

/** Of a contact who turned out to be another one: what either did not want is not wanted. */
export async function moveNotifications(tx: Transaction, { from, to }: Move): Promise<void> {
  await tx.update(notifications).set({ contactId: to }).where(eq(notifications.contactId, from));
  const rows = await tx
    .select()
    .from(preferences)
    .where(inArray(preferences.contactId, [from, to]));
  const other = rows.find(({ contactId }) => contactId === from);
  if (!other) return;
  const own = rows.find(({ contactId }) => contactId === to);
  const after = {
    contactId: to,
    refused: either(own?.refused ?? {}, other.refused),
    digests: { ...other.digests, ...own?.digests },
    quietFrom: own?.quietFrom ?? other.quietFrom,
    quietUntil: own?.quietUntil ?? other.quietUntil,
    version: (own?.version ?? 0) + 1,
    updatedAt: new Date(),
  };
  await tx
    .insert(preferences)
    .values(after)
    .onConflictDoUpdate({ target: preferences.contactId, set: after });
}

function either(one: StoredRefusals, other: StoredRefusals): StoredRefusals {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    Array.from(keys, (key) => [
      key,
      [...new Set([...(entryOf(one, key) ?? []), ...(entryOf(other, key) ?? [])])].toSorted(),
    ]),
  );
}
