import type { Reason, ReasonCode } from './schema';

/** In English, for programs and the command line; the panel has its own words. */
const WORDS: Record<ReasonCode, string> = {
  spf_passes: 'SPF of {domain} allows {address}.',
  spf_not_allowed: 'SPF of {domain} does not allow {address} ({result}).',
  spf_other_domain: 'Bounces go to {domain}, so SPF says nothing for this domain.',
  spf_unknown: 'It is not known whether SPF would pass.',
  dkim_passes: 'Mails are signed by {domain}, and the record is right.',
  dkim_record: 'Mails are signed by {domain}, and its DKIM record is not right.',
  dkim_other_domain: 'Mails are signed by {domain}, which is not this domain.',
  dkim_none: 'Mails are not signed by this domain.',
  dkim_unknown: 'It is not known whether mails are signed by this domain.',
  dmarc_missing: 'The domain has no DMARC record.',
  dmarc_several: 'The domain has several DMARC records, of which none counts.',
  dmarc_unknown: 'DNS did not tell the DMARC record.',
  not_judged: 'Not judged yet, or changed since.',
};

export function summarizeReason({ code, params }: Reason): string {
  const words = WORDS[code as ReasonCode] ?? code;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params?.[name] ?? whole));
}
