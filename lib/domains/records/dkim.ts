import { RIGHT, type Verdict, wrong } from './verdict';

/** The key that is there against the one that signs. What stands elsewhere in the record is free, as long as it takes nothing away. */
export function judgeDkim(texts: string[], wanted: string): Verdict | null {
  const records = texts.filter(
    (text) => /(?:^|[;\s"])(?:v\s*=\s*DKIM1|k\s*=|p\s*=)/i.test(text) || isPartOf(text, wanted),
  );
  const [record] = records;
  if (record === undefined) return null;
  const own = tagsOf(wanted);
  if (records.length > 1) {
    const joined = [records, records.toReversed()].map((list) => tagsOf(list.join('')).p);
    if (joined.includes(own.p) && !records.some((one) => tagsOf(one).p === own.p))
      return { state: 'several', finding: { code: 'dkim_in_parts' } };
    return { state: 'several', finding: { code: 'dkim_several', params: { count: records.length } } };
  }
  const found = tagsOf(record);
  if (/\\/.test(record) || /["']/.test(record)) return wrong('dkim_escaped');
  if (found.p === undefined) return wrong('dkim_no_key');
  if (found.p === '') return wrong('dkim_revoked');
  if ((found.k ?? 'rsa').toLowerCase() !== own.k)
    return wrong('dkim_other_kind', { found: found.k ?? 'rsa', wanted: own.k! });
  if (found.p !== own.p)
    return own.p!.startsWith(found.p) || own.p!.endsWith(found.p)
      ? wrong('dkim_cut', { found: found.p.length, wanted: own.p!.length })
      : wrong('dkim_other_key');
  if (/(?:^|:)y(?:$|:)/.test(found.t ?? '')) return wrong('dkim_testing');
  return RIGHT;
}

/** RFC 6376, 3.2: blanks within a value of Base64 count for nothing. */
function tagsOf(record: string): Record<string, string | undefined> {
  const pairs = record
    .replaceAll(/["'\\]/g, '')
    .split(';')
    .map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).replaceAll(/\s/g, '')] as const;
    });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

/** The rest of a value that somebody made a record of its own. */
function isPartOf(text: string, wanted: string): boolean {
  const bare = text.replaceAll(/["'\s]/g, '');
  return bare.length >= 20 && wanted.replaceAll(' ', '').includes(bare);
}
