import type { DnsResolver } from '@/lib/dns/types';
import { RIGHT, type Verdict, wrong } from './verdict';

/** RFC 7208, 4.6.4. */
const MOST_LOOKUPS = 10;
const MOST_DEPTH = 10;

export function isSpf(text: string): boolean {
  return /^"?v=spf1(?:[\s"]|$)/i.test(text);
}

/** What is there with what must be in it: terms before `all` in their order, new ones behind them, and an end that is no open door. */
export function mergeSpf(existing: string | undefined, terms: string[]): string {
  const known = existing === undefined ? [] : termsOf(existing);
  const all = known.findIndex((term) => /^[-~?+]?all$/i.test(term));
  const kept = (all < 0 ? known : known.slice(0, all)).filter((term) => !/^[?+~-]?ptr\b/i.test(term));
  const added = terms.filter((term) => !kept.some((one) => isSame(one, term)));
  const hasRedirect = all < 0 && known.some((term) => /^redirect=/i.test(term));
  const end =
    all >= 0 && /^[-~]/.test(known[all]!) ? [known[all]!.toLowerCase()] : hasRedirect ? [] : ['~all'];
  const mechanisms = kept.filter((term) => !term.includes('='));
  const modifiers = kept.filter((term) => term.includes('='));
  return ['v=spf1', ...mechanisms, ...added, ...end, ...modifiers].join(' ');
}

/** By value: who must be allowed, that nobody else is, and that receivers can read it. */
export async function judgeSpf(
  texts: string[],
  terms: string[],
  resolver: DnsResolver,
): Promise<Verdict | null> {
  const records = texts.filter(isSpf);
  const [record] = records;
  if (record === undefined) return null;
  if (records.length > 1)
    return { state: 'several', finding: { code: 'spf_several', params: { count: records.length } } };
  if (record.includes('"')) return wrong('spf_quotes');
  const known = termsOf(record);
  const odd = known.find((term) => !isTerm(term));
  if (odd) return wrong('spf_syntax', { term: odd.slice(0, 60) });
  const all = known.findIndex((term) => /^[-~?+]?all$/i.test(term));
  if (all >= 0 && /^\+?all$/i.test(known[all]!)) return wrong('spf_plus_all');
  const before = all < 0 ? known : known.slice(0, all);
  const lacking = terms.filter((term) => !before.some((one) => isSame(one, term)));
  const behind = lacking.filter((term) => known.some((one) => isSame(one, term)));
  if (behind.length > 0) return wrong('spf_after_all', { terms: behind.join(' ') });
  if (lacking.length > 0) return wrong('spf_lacks', { terms: lacking.join(' ') });
  if (before.some((term) => /^[-~?+]?ptr\b/i.test(term))) return wrong('spf_ptr');
  if (all < 0 && !known.some((term) => /^redirect=/i.test(term))) return wrong('spf_no_all');
  if (all >= 0 && known[all]!.startsWith('?')) return wrong('spf_neutral');
  const count = await countLookups(known, resolver, 0);
  if (count > MOST_LOOKUPS) return wrong('spf_lookups', { count });
  return RIGHT;
}

function termsOf(record: string): string[] {
  return record.replaceAll('"', '').trim().split(/\s+/).slice(1);
}

/** A plus says what is so without it; names are the same in any case. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(term: string): string {
  return term
    .toLowerCase()
    .replace(/^\+/, '')
    .replace(/(?<=^ip4:[\d.]+)\/32$/, '');
}

/** RFC 7208, 4.6.1. */
function isTerm(term: string): boolean {
  return /^(?:[-~?+]?(?:all|include:\S+|(?:a|mx|ptr)(?:[:/]\S+)?|ip4:[\d./]+|ip6:[\da-f:./]+|exists:\S+)|[a-z][\w.-]*=\S*)$/i.test(
    term,
  );
}

async function countLookups(terms: string[], resolver: DnsResolver, depth: number): Promise<number> {
  let count = 0;
  for (const term of terms) {
    const [, kind = '', target = ''] =
      /^[-~?+]?(include|a|mx|ptr|exists|redirect)\b[:=]?(\S*)/i.exec(term) ?? [];
    if (kind === '') continue;
    count += 1;
    const goesOn = /^(include|redirect)$/i.test(kind) && !target.includes('%');
    if (!goesOn || depth >= MOST_DEPTH || count > 2 * MOST_LOOKUPS) continue;
    const answer = await resolver.resolve(target, 'TXT');
    const next = answer.state === 'found' ? answer.records.find(isSpf) : undefined;
    if (next) count += await countLookups(termsOf(next), resolver, depth + 1);
  }
  return count;
}
