import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';

export type ReceivedView = { id: string; at: string; channel: string; text: string; provider: string | null };

const MOST = 20;

/** What somebody wrote of their own accord, the newest first. */
export async function receivedFrom(ctx: Context, address: string): Promise<ReceivedView[]> {
  const rows = await sql()<(Omit<ReceivedView, 'at'> & { at: Date })[]>`
    select r.id, r.at, r.channel, r.text, p.name as provider
    from received_texts r left join providers p on p.id = r.provider_id
    where r.address = ${address} and ${scopedSql(ctx, 'r.company_id')}
    order by r.at desc limit ${MOST}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
