import { sql } from '@/lib/database/db';
import { BEGINNING, placeBefore, readCursor, writeCursor } from './cursor';
import type { EventType } from './types';

export type TailedEvent = {
  id: string;
  messageId: string;
  companyId: string | null;
  type: EventType;
  at: Date;
  recipient: string | null;
  providerId: string | null;
  detail: Record<string, unknown> | null;
};

/**
 * What was written behind the cursor, each event once and always in the same order, whoever reads and when. Null: from the beginning.
 * Only of transactions before the oldest that still runs: those after it have none left to come before them, so nothing that is
 * committed late is passed by. The order is that of transactions; `at` may go back, as providers tell things later.
 * @returns the cursor to go on from; the same one where there is nothing new
 */
export async function readEvents(
  after: string | null,
  limit: number,
): Promise<{ events: TailedEvent[]; cursor: string }> {
  const from = after === null ? BEGINNING : readCursor(after);
  const rows = await sql()<(TailedEvent & { xid: string })[]>`${selectTail(from, limit)}`;
  const last = rows.at(-1);
  return { events: rows.map(({ xid: _xid, ...event }) => event), cursor: writeCursor(last ?? from) };
}

/** For whoever is interested only in what comes from now on. */
export async function currentCursor(): Promise<string> {
  const [row] = await sql()<{ xid: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid`;
  return writeCursor(placeBefore(row!.xid));
}

/** For each partition the index is entered at the cursor; what is read is what is given. */
export function selectTail({ xid, id }: { xid: string; id: string }, limit: number) {
  return sql()`
    select e.id, message_id as "messageId", company_id as "companyId", type, at, recipient, provider_id as "providerId", detail, xid::text as xid
    from events e
    where (xid, e.id) > (${xid}::text::xid8, ${id}::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.id limit ${limit}`;
}
