import { sql } from '@/lib/database/db';

/**
 * Condition on a row of `messages`: nobody is sending it, and nobody died over it, after which it may be out already. For statements of
 * people who want to stop or to delay it.
 */
export function notInHands(table: 'messages' | 'held' = 'messages') {
  return sql()`(
    (claimed_until is null or claimed_until < now())
    and not exists (select from attempts where message_id = ${sql()(table)}.id and finished_at is null))`;
}
