/** How bad: it breaks mail or is not there; it is unwise; good to know; nobody could be asked, which says nothing. */
export type Severity = 'error' | 'warning' | 'note' | 'unknown';

/** Everything that checks of DNS can find. In words: `findings.<code>` of lib/i18n. */
export const FINDINGS = {
  spf_missing: 'error',
  spf_unknown: 'unknown',
  spf_lookalike: 'error',
  spf_several: 'error',
  spf_unknown_mechanism: 'error',
  spf_bad_domain: 'error',
  spf_bad_address: 'error',
  spf_wrong_family: 'error',
  spf_bad_prefix: 'error',
  spf_unexpected_argument: 'error',
  spf_missing_argument: 'error',
  spf_repeated_modifier: 'error',
  spf_bad_modifier: 'error',
  spf_bad_characters: 'error',
  spf_allows_everyone: 'error',
  spf_neutral_all: 'warning',
  spf_no_all: 'warning',
  spf_after_all: 'warning',
  spf_redirect_ignored: 'warning',
  spf_ptr: 'warning',
  spf_wide_network: 'warning',
  spf_too_long: 'warning',
  spf_too_many_lookups: 'error',
  spf_too_many_voids: 'error',
  spf_void: 'warning',
  spf_loop: 'error',
  spf_include_broken: 'error',
  spf_include_without_record: 'error',
  spf_include_several: 'error',
  spf_include_unknown: 'unknown',

  dmarc_missing: 'error',
  dmarc_inherited: 'note',
  dmarc_unknown: 'unknown',
  dmarc_lookalike: 'error',
  dmarc_several: 'error',
  dmarc_no_policy: 'error',
  dmarc_bad_policy: 'error',
  dmarc_bad_tag: 'warning',
  dmarc_repeated_tag: 'warning',
  dmarc_monitoring: 'note',
  dmarc_testing: 'warning',
  dmarc_old_tag: 'note',
  dmarc_weak_subdomains: 'warning',
  dmarc_no_reports: 'note',
  dmarc_bad_address: 'warning',
  dmarc_not_authorised: 'warning',
  dmarc_authorisation_unknown: 'unknown',

  ptr_missing: 'error',
  ptr_unknown: 'unknown',
  ptr_other: 'warning',
  ptr_not_confirmed: 'error',
  ptr_generic: 'warning',

  sts_missing: 'note',
  sts_unknown: 'unknown',
  sts_several: 'error',
  sts_bad_record: 'error',
  sts_unreachable: 'error',
  sts_bad_policy: 'error',
  sts_testing: 'note',
  sts_off: 'note',
  sts_mx_not_listed: 'error',
  sts_short: 'warning',

  tlsrpt_missing: 'note',
  tlsrpt_unknown: 'unknown',
  tlsrpt_several: 'error',
  tlsrpt_bad_record: 'error',

  bimi_missing: 'note',
  bimi_unknown: 'unknown',
  bimi_several: 'error',
  bimi_bad_record: 'error',
  bimi_not_https: 'error',
  bimi_declined: 'note',
  bimi_needs_policy: 'warning',

  server_unreachable: 'error',
  server_in_clear: 'warning',
  certificate_expired: 'error',
  certificate_expires: 'warning',
  certificate_untrusted: 'warning',
  return_path_missing: 'error',
  return_path_unknown: 'unknown',
  return_path_no_address: 'error',

  blocklist_listed: 'error',
  blocklist_not_asked: 'unknown',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof FINDINGS;
export type Finding = { code: FindingCode; severity: Severity; values: Record<string, string | number> };

export function finding(code: FindingCode, values: Finding['values'] = {}): Finding {
  return { code, severity: FINDINGS[code], values };
}
