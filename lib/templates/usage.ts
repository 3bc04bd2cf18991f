import { sql } from '@/lib/database/db';
import { idFloor, idTime } from '@/lib/ids';

const DAYS = 30;

export type Uses = { last30Days: number; lastAt: string | null };

/** How often each was used lately, by the index that messages have for it. */
export async function usesOf(ids: string[]): Promise<Map<string, Uses>> {
  if (ids.length === 0) return new Map();
  const rows = await sql()<{ id: string; count: number; last: string }[]>`
    select template_id as id, count(*)::int as count, max(id::text) as last from messages
    where template_id = any(${ids}::uuid[]) and id >= ${since()} group by template_id`;
  return new Map(
    rows.map(({ id, count, last }) => [id, { last30Days: count, lastAt: idTime(last).toISOString() }]),
  );
}

export type User = { type: string; id: string | null; name: string | null; count: number };

/** Who sends by it, most first: a program is found by the token that it has. */
export async function usersOf(id: string): Promise<User[]> {
  return sql()<User[]>`
    select u.type, u.id, coalesce(t.name, p.email) as name, u.count from (
      select accepted_by_type as type, accepted_by_id as id, count(*)::int as count from messages
      where template_id = ${id} and id >= ${since()} group by 1, 2 order by 3 desc limit 10
    ) u
    left join tokens t on t.id = u.id
    left join users p on p.id = u.id
    order by u.count desc, u.id`;
}

/** Whether any message is kept that is rendered from it. */
export async function isUsed(id: string): Promise<boolean> {
  const [row] = await sql()<{ used: boolean }[]>`
    select exists (select from messages where template_id = ${id}) as used`;
  return row!.used;
}

function since(): string {
  return idFloor(new Date(Date.now() - DAYS * 86_400_000));
}
