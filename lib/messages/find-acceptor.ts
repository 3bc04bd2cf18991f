import { sql } from '@/lib/database/db';
import type { Acceptor } from './view-schema';

type Stored = { acceptedByType: string; acceptedById: string | null };

/** Who handed a message in. A token or person that is gone has no name any more. */
export async function findAcceptor({ acceptedByType: type, acceptedById: id }: Stored): Promise<Acceptor> {
  if (!id) return { type, id, name: null };
  const [row] = await sql()<{ name: string }[]>`
    select name from tokens where id = ${id} union all select email from users where id = ${id} limit 1`;
  return { type, id, name: row?.name ?? null };
}
