import type { PendingQuery, Row } from 'postgres';
import { sql } from './db';

/**
 * A condition of a statement that writes: `a` and `b` are the same id, where one is the key of a table in weeks. A plain `=` lets PostgreSQL
 * choose the weeks while it runs, and up to 18.4 (fixed by its commit 1b5dd3a) a statement that finds a row changed under its hands looks
 * into wrong ones then, or reads freed memory and takes the server down. Constants beside it (`= any`, `between`) name weeks and rows.
 */
export function sameId(a: string, b: string): PendingQuery<Row[]> {
  return sql().unsafe(`${a}::text = ${b}::text`) as unknown as PendingQuery<Row[]>;
}

/** The same for `id in (select id from source)`. Not a join, which PostgreSQL would go through once for each of few rows that are many. */
export function isAmong(id: string, source: string, column = 'id'): PendingQuery<Row[]> {
  return sql().unsafe(`(${id} in (select ${column} from ${source})) is true`) as unknown as PendingQuery<
    Row[]
  >;
}
