import { sql } from '@/lib/database/db';
import { makeDomain } from './domains';

type Named = { name: string; label?: string; company?: string; state?: string };

/** A domain with a name of its own for links, in that state (right unless told); `change` puts the name into another. */
export async function nameLinks({ name, label = 'links', company, state = 'right' }: Named) {
  const { id } = await makeDomain({ name, company, tracking: { name: label } });
  const change = async (to: string) => {
    await sql()`update domains set checks = ${sql().json({ tracking: { state: to, wanted: 'relevo.example.com' } })} where id = ${id}`;
  };
  await change(state);
  return { id, change };
}
