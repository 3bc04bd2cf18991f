import type { FindingCode } from './records/verdict';

type Finding = { code: string; params?: Record<string, string | number> };

/** What each means in English, for programs and the command line; the panel has its own words. */
const WORDS: Record<FindingCode, string> = {
  right: 'Is there and right.',
  missing: 'There is no such record yet.',
  doubled_name:
    'The record is there, but under {name}: the panel of the DNS host appended the domain once more.',
  alias_in_the_way: 'The name is an alias (CNAME) of {target}, which takes the place of every other record.',
  dns_trouble: 'DNS did not answer ({reason}): nothing is known at the moment.',
  spreading: 'Your DNS host has it; others still know what was there before.',
  spf_several: 'There are {count} SPF records. Receivers then take none of them: make them one.',
  spf_quotes: 'The record has quotation marks in it: enter it without.',
  spf_lacks: 'The record does not allow: {terms}.',
  spf_plus_all: 'The record ends in +all, which lets anybody in the world send as you.',
  spf_neutral: 'The record ends in ?all, which says nothing of strangers.',
  spf_no_all: 'The record has no end such as ~all, so that it says nothing of strangers.',
  spf_after_all: '{terms} stands behind "all", where nobody reads on.',
  spf_ptr: 'The record uses ptr, which many receivers do not look at.',
  spf_lookups: 'The record needs {count} look-ups, of which 10 are allowed: receivers take it as broken.',
  spf_voids:
    'The record asks for {count} names that do not exist, of which 2 are allowed: receivers take it as broken.',
  spf_syntax: '{term} is nothing that SPF knows: receivers take the whole record as broken.',
  dkim_several: 'There are {count} records under this name, of which there must be one.',
  dkim_in_parts: 'The key was entered as two records. It is one record, if need be of two strings.',
  dkim_cut: 'The key was cut: {found} of {wanted} characters are there.',
  dkim_escaped: 'The record has quotation marks or backslashes in it that do not belong there.',
  dkim_revoked: 'The record has an empty key, which says that it was withdrawn.',
  dkim_other_kind: 'The record is of a key of the kind {found}; the one here is {wanted}.',
  dkim_other_key: 'There is another key under this name.',
  dkim_no_key: 'The record has no key (p=) in it.',
  dkim_testing: 'The record says t=y: receivers are to treat signatures as a mere test.',
  dmarc_several: 'There are {count} DMARC records. Receivers then take none of them.',
  dmarc_version: 'The record must begin with v=DMARC1, in these very letters.',
  dmarc_commas: 'The parts of the record must be separated by semicolons.',
  dmarc_no_policy: 'The record names no policy that there is (p=none, quarantine or reject).',
  dmarc_weaker: 'The policy is {found}, and {wanted} is wanted.',
  dmarc_testing: 'The record says t=y: receivers follow the policy {found} a step milder.',
  dmarc_stricter: 'Right, and stricter than wanted here: {found}.',
  dmarc_reports: 'Reports do not go to {address}.',
  mx_other: 'Mail for this name goes to {host}.',
  mx_also: 'Mail for this name also goes to {host}, which knows nothing of bounces.',
  cname_other: 'The name leads to {target}.',
  cname_extended: 'The target has {domain} appended: end it with a dot, if the DNS host wants that.',
  cname_address: 'The name has an address of its own ({address}) where an alias is wanted.',
  link_certificate: 'The name leads here, but the server in front of Relevo has no certificate for {host}.',
  link_elsewhere:
    'The name leads here, but a link of Relevo by it was answered by something else ({status}).',
  link_unreached:
    'The name leads here, but it could not be reached from Relevo itself ({reason}), so links do not use it.',
};

export function summarize(finding: Finding | null): string {
  if (!finding) return 'Not looked at yet.';
  const words = WORDS[finding.code as FindingCode] ?? finding.code;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(finding.params?.[name] ?? whole));
}
