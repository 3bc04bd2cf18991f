import { sql } from './db';

/** Words to look for, the pattern that finds them where they stand by themselves, and what takes their place. */
export type Replacing = { words: string[]; pattern: string; by: string };

/** An address within a longer one is another one: `ana@x.example` is not in `diana@x.example`, nor in `ana@x.example.org`. */
export function replacingAddresses(addresses: string[], by: string): Replacing {
  const plain = [...new Set(addresses.flatMap((address) => [address, JSON.stringify(address).slice(1, -1)]))];
  const encoded = addresses.map((address) => encodeURIComponent(address));
  const words = [...new Set([...plain, ...encoded].map((word) => word.toLowerCase()))];
  const literally = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
  // In the text of JSON a line may end right before it: `\nana@…`.
  const alone = String.raw`(?:(?<![A-Za-z0-9._+-])|(?<=\\[nrtbf]))`;
  const end = String.raw`(?![A-Za-z0-9-]|\.[A-Za-z0-9])`;
  return {
    words,
    by,
    pattern: `(?:${alone}(?:${plain.map(literally).join('|')})|${encoded.map(literally).join('|')})${end}`,
  };
}

/** Names of columns that hold text, by their table, the one whose weeks are its parts included. */
export async function textColumns(): Promise<Map<string, { name: string; type: string }[]>> {
  const rows = await sql()<{ table: string; name: string; type: string }[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and format_type(a.atttypid, a.atttypmod) in ('text', 'text[]', 'jsonb', 'json', 'character varying')
    order by c.relname, a.attnum`;
  return Map.groupBy(rows, ({ table }) => table);
}

/** Expressions of a statement: a column with the words replaced, and whether any of these columns has one. */
export const replaced = (column: string, type: string) =>
  `regexp_replace(${column}::text, $1, $2, 'gi')::${type}`;
export const mentions = (columns: string[]) =>
  `exists (select from unnest($3::text[]) word where strpos(lower(concat_ws(' ', ${columns.map((column) => `${column}::text`).join(', ')})), word) > 0)`;

type Place = {
  table: string;
  columns: { name: string; type: string }[];
  key?: string;
  ids?: string[];
  /** A condition of rows that stay as they are. */
  except?: string | undefined;
};

/** In one table: in all of its rows, or in those whose `key` is among these ids, in order. */
export async function replaceIn(
  { table, columns, key, ids, except = 'false' }: Place,
  { pattern, by, words }: Replacing,
) {
  const set = columns.map(({ name, type }) => `"${name}" = ${replaced(`"${name}"`, type)}`);
  const where = mentions(columns.map(({ name }) => `"${name}"`));
  // The range leaves the partitions of their weeks.
  const among = ids ? ` and ${key} = any($4::uuid[]) and ${key} between $5 and $6` : '';
  await sql().unsafe(`update "${table}" set ${set.join(', ')} where ${where} and not (${except})${among}`, [
    pattern,
    by,
    words,
    ...(ids ? [ids, ids[0]!, ids.at(-1)!] : []),
  ]);
}
