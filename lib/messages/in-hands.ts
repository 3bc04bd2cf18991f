import { sql } from '@/lib/database/db';

/**
 * Condition on the row of `messages` with this id: nobody is sending it, and nobody died over it, after which it may be out already. For statements of
 * people who want to stop or to delay it. The id as it is, not as the row has it: why, `lib/database/same-id.ts` tells.
 */
export function notInHands(id: string) {
  return sql()`(
    (claimed_until is null or claimed_until < now())
    and not exists (select from attempts where message_id = ${id} and finished_at is null))`;
}
