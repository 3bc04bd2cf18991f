import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';
import { PRIORITIES } from '@/lib/queue/priority';
import { currentSettings } from '@/lib/settings/current';

/** The priorities that nobody may take at the moment, as messages store them; as this process knows it, a second ago at most. */
export async function pausedPriorities(): Promise<number[]> {
  const { queue } = (await currentSettings()).delivery;
  return queue.pausedPriorities.map((priority) => PRIORITIES.indexOf(priority));
}

/**
 * The same for a statement that takes messages, as the settings stand when it runs: what is accepted after somebody has paused is taken by
 * nobody, whatever a process remembers. A `smallint[]`, read once for each statement.
 */
export function pausedNow(): PendingQuery<Row[]> {
  const stored = sql()`value #> '{queue,pausedPriorities}'`;
  return sql()`array(
    select array_position(${[...PRIORITIES]}::text[], name) - 1
    from settings, jsonb_array_elements_text(case jsonb_typeof(${stored}) when 'array' then ${stored} else '[]' end) as name
    where key = 'delivery')::smallint[]`;
}
