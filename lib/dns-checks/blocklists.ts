export type Blocklist = {
  name: string;
  zone: string;
  lists: 'address' | 'domain';
  /** Answers that say that it is listed; others are no listing. */
  listed: RegExp;
  /** Answers with which the list says that it does not answer this asker: a public resolver, too many questions. */
  refuses?: RegExp;
  /** Where a person gets off it. */
  removal: string;
};

/** Those that large receivers heed, and that may be asked without a contract in small numbers. */
export const BLOCKLISTS: readonly Blocklist[] = [
  {
    name: 'Spamhaus ZEN',
    zone: 'zen.spamhaus.org',
    lists: 'address',
    listed: /^127\.0\.0\.([2-9]|1[01])$/,
    refuses: /^127\.255\.255\.\d+$/,
    removal: 'https://check.spamhaus.org/',
  },
  {
    name: 'SpamCop',
    zone: 'bl.spamcop.net',
    lists: 'address',
    listed: /^127\.0\.0\.2$/,
    removal: 'https://www.spamcop.net/bl.shtml',
  },
  {
    name: 'Barracuda',
    zone: 'b.barracudacentral.org',
    lists: 'address',
    listed: /^127\.0\.0\.2$/,
    removal: 'https://www.barracudacentral.org/rbl/removal-request',
  },
  {
    name: 'PSBL',
    zone: 'psbl.surriel.com',
    lists: 'address',
    listed: /^127\.0\.0\.2$/,
    removal: 'https://psbl.org/',
  },
  {
    name: 'Mailspike',
    zone: 'bl.mailspike.net',
    lists: 'address',
    listed: /^127\.0\.0\.(2|1[0-2])$/,
    removal: 'https://www.mailspike.org/',
  },
  {
    name: 'Spamhaus DBL',
    zone: 'dbl.spamhaus.org',
    lists: 'domain',
    listed: /^127\.0\.1\.\d+$/,
    refuses: /^127\.(255\.255\.\d+|0\.1\.255)$/,
    removal: 'https://check.spamhaus.org/',
  },
  {
    name: 'SURBL',
    zone: 'multi.surbl.org',
    lists: 'domain',
    listed: /^127\.0\.0\.(?!1$)\d+$/,
    refuses: /^127\.0\.0\.1$/,
    removal: 'https://surbl.org/surbl-analysis',
  },
];
