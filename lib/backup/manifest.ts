import { z } from 'zod';

export const FORMAT = 1;

const Table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
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
  partitions: z.array(z.object({ parent: z.string(), name: z.string(), bounds: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Header = z.output<typeof Header>;

/** The last entry: what must have come out. Without it the file is not whole. */
export const Manifest = z.object({ tables: z.array(Table) });
export type Manifest = z.output<typeof Manifest>;

/** The master keys: without them no secret of the database opens. */
export const Keys = z.object({ masterKey: z.string() });
