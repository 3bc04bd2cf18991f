import { z } from 'zod';

/** Far more than there are: PostgreSQL takes 1,600 columns, and a week has six tables. */
const MOST_TABLES = 100_000;
const columns = z.array(z.string()).max(1_600);

export const FORMAT = 1;

const Table = z.object({
  name: z.string(),
  columns,
  rows: z.number(),
  /** Over the texts of all rows, in any order. */
  sum: z.string(),
  bytes: z.number(),
  /** Of what was copied. */
  sha256: z.string(),
});

/** What is known before anything is read: the first entry of the file. */
export const Header = z.object({
  format: z.literal(FORMAT),
  relevo: z.string(),
  /** The last migration of then, by its time: older programs cannot read it. */
  migration: z.number(),
  server: z.string(),
  at: z.iso.datetime(),
  partitions: z
    .array(z.object({ parent: z.string(), name: z.string(), bounds: z.string() }))
    .max(MOST_TABLES),
  tables: z.array(z.object({ name: z.string(), columns })).max(MOST_TABLES),
});
export type Header = z.output<typeof Header>;

/** The last entry: what must have come out. Without it the file is not whole. */
export const Manifest = z.object({ tables: z.array(Table).max(MOST_TABLES) });
export type Manifest = z.output<typeof Manifest>;

/** The master keys: without them no secret of the database opens. */
export const Keys = z.object({ masterKey: z.string() });
