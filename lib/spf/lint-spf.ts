import { type Finding, finding } from '@/lib/dns/findings';
import { type Mechanism, parseSpf } from './parse-spf';

/** What fits into an answer over UDP beside others (RFC 7208 3.4). */
const RECOMMENDED_BYTES = 450;
/** Fewer bits than this are thousands of companies. */
const WIDE_4 = 12;
const WIDE_6 = 24;

/** What is wrong or unwise in a record itself, without asking anybody. */
export function lintSpf(text: string): Finding[] {
  const { record, flaws } = parseSpf(text);
  const { directives } = record;
  const at = directives.findIndex(({ mechanism }) => mechanism.kind === 'all');
  const all = directives[at];
  return [
    ...flaws.map(({ code, term }) => finding(`spf_${code}`, { term: term.slice(0, 80) })),
    ...(all?.qualifier === '+' ? [finding('spf_allows_everyone', { term: all.term })] : []),
    ...(all?.qualifier === '?' ? [finding('spf_neutral_all', { term: all.term })] : []),
    ...(!all && record.redirect === null && flaws.length === 0 ? [finding('spf_no_all')] : []),
    ...(at >= 0 && at < directives.length - 1
      ? [finding('spf_after_all', { term: directives[at + 1]!.term, all: all!.term })]
      : []),
    ...(all && record.redirect !== null ? [finding('spf_redirect_ignored', { all: all.term })] : []),
    ...(directives.some(({ mechanism }) => mechanism.kind === 'ptr') ? [finding('spf_ptr')] : []),
    ...directives
      .filter(({ mechanism, qualifier }) => qualifier !== '-' && isWide(mechanism))
      .map(({ term }) => finding('spf_wide_network', { term })),
    ...(text.length > RECOMMENDED_BYTES ? [finding('spf_too_long', { bytes: text.length })] : []),
  ];
}

function isWide(mechanism: Mechanism): boolean {
  if (mechanism.kind === 'ip4') return mechanism.bits < WIDE_4;
  return mechanism.kind === 'ip6' && mechanism.bits < WIDE_6;
}
