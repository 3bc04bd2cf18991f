import type { DnsResolver } from '@/lib/dns/types';
import { isCovered, withoutQuotes } from '@/lib/spf/merge-spf';
import { isSpf, parseSpf } from '@/lib/spf/parse-spf';
import { readSpf } from '@/lib/spf/read-tree';
import { MAX_LOOKUPS, MAX_VOID_LOOKUPS } from '@/lib/spf/spf-result';
import { RIGHT, type Verdict, wrong } from './verdict';

/** One, or what somebody entered as one in quotation marks. */
export function isMeantAsSpf(text: string): boolean {
  return isSpf(withoutQuotes(text));
}

type Question = {
  domain: string;
  texts: string[];
  terms: string[];
  /** Asked for the records of others, which a domain's own servers do not know. */
  resolver: DnsResolver;
};

/** By value: who must be allowed, that nobody else is, and that receivers can read it. */
export async function judgeSpf({ domain, texts, terms, resolver }: Question): Promise<Verdict | null> {
  const records = texts.filter(isMeantAsSpf);
  const [text] = records;
  if (text === undefined) return null;
  if (records.length > 1)
    return { state: 'several', finding: { code: 'spf_several', params: { count: records.length } } };
  if (text.includes('"')) return wrong('spf_quotes');
  return judgeRecord(text, terms) ?? (await judgeCost(domain, text, resolver)) ?? RIGHT;
}

function judgeRecord(text: string, terms: string[]): Verdict | null {
  const { record, flaws } = parseSpf(text);
  const [flaw] = flaws;
  if (flaw) return wrong('spf_syntax', { term: flaw.term.slice(0, 60) });
  const at = record.directives.findIndex(({ mechanism }) => mechanism.kind === 'all');
  const all = record.directives[at];
  if (all?.qualifier === '+') return wrong('spf_plus_all');
  const reached = all ? record.directives.slice(0, at) : record.directives;
  const lacking = terms.filter((term) => !isCovered(term, reached));
  const behind = lacking.filter((term) => isCovered(term, record.directives));
  if (behind.length > 0) return wrong('spf_after_all', { terms: behind.join(' ') });
  if (lacking.length > 0) return wrong('spf_lacks', { terms: lacking.join(' ') });
  if (reached.some(({ mechanism }) => mechanism.kind === 'ptr')) return wrong('spf_ptr');
  if (!all && record.redirect === null) return wrong('spf_no_all');
  return all?.qualifier === '?' ? wrong('spf_neutral') : null;
}

/** RFC 7208, 4.6.4: past either limit receivers take the record as broken. */
async function judgeCost(domain: string, text: string, resolver: DnsResolver): Promise<Verdict | null> {
  const { lookups, voidLookups } = await readSpf(domain, resolver, text);
  if (lookups > MAX_LOOKUPS) return wrong('spf_lookups', { count: lookups });
  return voidLookups > MAX_VOID_LOOKUPS ? wrong('spf_voids', { count: voidLookups }) : null;
}
