import type { RecordState } from '../schema';

/** What was found of a record, and why it is not what is wanted: a code that the panel has words for. */
export type Verdict = {
  state: RecordState;
  finding: { code: FindingCode; params?: Record<string, string | number> };
};

export const FINDINGS = [
  'right',
  'missing',
  'doubled_name',
  'alias_in_the_way',
  'dns_trouble',
  'spreading',
  'spf_several',
  'spf_quotes',
  'spf_lacks',
  'spf_plus_all',
  'spf_neutral',
  'spf_no_all',
  'spf_after_all',
  'spf_ptr',
  'spf_lookups',
  'spf_voids',
  'spf_syntax',
  'dkim_several',
  'dkim_in_parts',
  'dkim_cut',
  'dkim_escaped',
  'dkim_revoked',
  'dkim_other_kind',
  'dkim_other_key',
  'dkim_no_key',
  'dkim_testing',
  'dmarc_several',
  'dmarc_version',
  'dmarc_commas',
  'dmarc_no_policy',
  'dmarc_weaker',
  'dmarc_testing',
  'dmarc_stricter',
  'dmarc_reports',
  'mx_other',
  'mx_also',
  'cname_other',
  'cname_extended',
  'cname_address',
  'link_certificate',
  'link_elsewhere',
  'link_unreached',
] as const;
export type FindingCode = (typeof FINDINGS)[number];

export const RIGHT: Verdict = { state: 'right', finding: { code: 'right' } };

export function wrong(code: FindingCode, params?: Record<string, string | number>): Verdict {
  return { state: 'wrong', finding: { code, ...(params && { params }) } };
}
