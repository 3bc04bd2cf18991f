import { sql } from '@/lib/database/db';

/**
 * Who wants no messages still gets none: their entries stay under a form that nobody can read (`lib/erasures/form.ts`), without the words
 * that were said. Of what did not arrive only counts stay. @returns how many entries stay
 */
export async function eraseFromLists(
  { addresses, standIn }: { addresses: string[]; standIn: string },
  form: string,
): Promise<number> {
  // Somebody who was deleted before, and was put on the list once more.
  await sql()`
    delete from suppressions old using suppressions own
    where old.address = ${form} and own.address = any(${addresses}) and own.channel = old.channel and own.cause = old.cause
      and own.company_id is not distinct from old.company_id and own.category is not distinct from old.category`;
  const kept = await sql()`
    update suppressions set address = ${form}, reason = null where address = any(${addresses}) or address = ${form} returning id`;
  await sql()`update bounces set address = ${standIn}, reason = null where address = any(${addresses})`;
  await sql()`
    delete from held_addresses old using held_addresses own
    where old.address = ${form} and own.address = any(${addresses}) and own.provider_id = old.provider_id and own.list = old.list`;
  await sql()`
    update held_addresses set address = ${form}, given = ${form}, reason = null where address = any(${addresses})`;
  return kept.length;
}
