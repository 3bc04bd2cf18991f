import { sql } from '@/lib/database/db';

/** Whose feed, and to whom it is shown: null sees all of it. */
export type Whose = { contactId: string; companyId: string | null };

/** Over `feed_items f`. Of a person whom all companies know, each sees what it told them itself. */
export function toldBy(companyId: string | null | ReturnType<typeof ofRow>) {
  return sql()`(${companyId}::uuid is null or exists (
    select from notifications n where n.id = f.notification_id and n.company_id = ${companyId}::uuid))`;
}

/** The company that a row of the statement names. */
export function ofRow(column: string) {
  return sql()`${sql()(column)}`;
}
