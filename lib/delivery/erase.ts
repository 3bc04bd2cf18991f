import { sql } from '@/lib/database/db';
import type { Person } from '@/lib/messages/erase';

/** What attempts heard of them. How they went stays, since figures are made of it, and the id by which a provider tells more. */
export async function eraseAttempts({ addresses, standIn }: Person, ids: string[]): Promise<void> {
  await sql()`
    update attempts set transcript = null, outcomes = (
      select jsonb_agg(case when lower(o->>'address') = any(${addresses})
        then (o - array['reply', 'misfits']) || jsonb_build_object('address', ${standIn}::text) else o end order by n)
      from jsonb_array_elements(outcomes) with ordinality as e(o, n))
    where message_id = any(${ids}::uuid[]) and message_id between ${ids[0]!} and ${ids.at(-1)!}`;
}
