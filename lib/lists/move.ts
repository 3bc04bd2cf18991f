import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/database/db';

/** Of a contact who turned out to be another one. Where both are on a list, whoever left it stays away. */
export async function moveMemberships(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.execute(sql`
    update list_members own set state = other.state, left_at = other.left_at
    from list_members other
    where own.contact_id = ${to} and other.contact_id = ${from} and own.list_id = other.list_id
      and other.left_at is not null and own.left_at is null`);
  await tx.execute(sql`
    update list_members m set contact_id = ${to} where m.contact_id = ${from}
      and not exists (select from list_members own where own.contact_id = ${to} and own.list_id = m.list_id)`);
}
