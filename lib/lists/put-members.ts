import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/database/db';
import type { MemberState } from './member-states';
import type { Subscribed } from './schema';

export type Joining = {
  listId: string;
  contactIds: string[];
  /** What whoever is new on it becomes. */
  state: 'waiting' | 'subscribed';
  source: 'api' | 'panel' | 'form';
  by: string;
  ip?: string | null;
  /** False: they were found, and nobody asked them. */
  agreed?: boolean;
  /** Also who left it: to the same state, or to be asked. */
  again: 'waiting' | 'subscribed' | null;
};

/** In one statement. Whoever is on it stays as they are; whoever was asked and is known to have agreed since, is. */
export async function putMembers(tx: Transaction, joining: Joining): Promise<Subscribed[]> {
  const { listId, contactIds, state, source, by, ip = null, again, agreed = true } = joining;
  const ids = [...new Set(contactIds)].toSorted();
  const rows = (await tx.execute(sql`
    with given as (select unnest(${sql.param(ids)}::uuid[]) as id),
    before as (select contact_id, state from list_members where list_id = ${listId} and contact_id = any(${sql.param(ids)}::uuid[]) for update),
    put as (
      insert into list_members as m (list_id, contact_id, state, source, by, agreed_at, agreed_ip)
      select ${listId}::uuid, given.id, ${state}, ${source}, ${by}, case when ${state} = 'subscribed' and ${agreed} then now() end, ${ip}
      from given order by given.id
      on conflict (list_id, contact_id) do update set
        state = case m.state when 'unsubscribed' then coalesce(${again}, m.state) when 'waiting' then excluded.state else m.state end,
        source = excluded.source, by = excluded.by, agreed_at = excluded.agreed_at, agreed_ip = excluded.agreed_ip,
        asked_at = null, left_at = null
      where (m.state = 'unsubscribed' and ${again}::text is not null) or (m.state = 'waiting' and excluded.state = 'subscribed')
      returning m.contact_id, m.state
    )
    select given.id as "contactId", coalesce(put.state, before.state) as state, before.state as before, put.state is not null as changed
    from given left join put on put.contact_id = given.id left join before on before.contact_id = given.id
    order by given.id`)) as unknown as {
    contactId: string;
    state: MemberState;
    before: MemberState | null;
    changed: boolean;
  }[];
  return rows.map(({ contactId, state: now, changed }) => {
    const outcome = changed ? 'added' : now === 'unsubscribed' ? 'left_before' : 'same';
    return { contactId, state: now, outcome };
  });
}
