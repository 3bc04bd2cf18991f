import type { Qualifier } from './parse-spf';

export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export const RESULT_OF: Record<Qualifier, SpfResult> = {
  '+': 'pass',
  '-': 'fail',
  '~': 'softfail',
  '?': 'neutral',
};

/** RFC 7208 4.6.4. */
export const MAX_LOOKUPS = 10;
export const MAX_VOID_LOOKUPS = 2;
export const MAX_HOSTS = 10;

/** Why the result is what it is; in words under `dns_checks.spf_reasons`. */
export type SpfReason = {
  code:
    | 'matched'
    | 'nothing_matched'
    | 'no_record'
    | 'bad_domain'
    | 'bad_ip'
    | 'several_records'
    | 'syntax'
    | 'too_many_lookups'
    | 'too_many_void_lookups'
    | 'too_many_mx'
    | 'include_without_record'
    | 'redirect_without_record'
    | 'dns_failed';
  /** The domain whose record decided. */
  domain?: string;
  term?: string;
};

/** What was read on the way: a record, its terms, and below an `include` or `redirect` the record that it leads to. */
export type SpfNode = { domain: string; record: string | null; terms: SpfTerm[] };
export type SpfTerm = {
  term: string;
  state: 'matched' | 'not_matched' | 'failed' | 'not_reached';
  /** Does it count among the ten? */
  isLookup: boolean;
  child?: SpfNode;
};
