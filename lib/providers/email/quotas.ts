import type { Preset } from '../adapter';

/** To be spread into a preset. Settings besides: a `pool` where the service limits connections. */
type Quota = Pick<Preset, 'limits' | 'source'> & { connections?: number };

/**
 * What each service lets a new or free account send, as its own pages say: who has a larger plan raises it. Limits count recipients; those
 * of a day are mostly the last 24 hours there. One service, one entry, whether it is reached by SMTP or by its API.
 */
export const QUOTAS = {
  // As Google's page is quoted by many; of an account of Workspace that is not on trial it would be 2,000.
  gmail: { limits: { day: 500 }, source: unread('https://support.google.com/mail/answer/22839') },
  // Of one user, messages and single recipients in 24 hours, as quoted from Google's page; the whole customer may send more, a trial less.
  'google-workspace-relay': {
    limits: { day: 10_000 },
    source: unread('https://support.google.com/a/answer/2956491'),
  },
  // The page names 5,000 for subscribers and "lower" for others, without a figure: 300 is what those report.
  outlook: {
    limits: { day: 300 },
    source: read('https://support.microsoft.com/office/279ee200-594c-40f0-9ec8-bb6af7735c2e'),
  },
  microsoft365: {
    limits: { minute: 30, day: 10_000 },
    connections: 3,
    source: read(
      'https://learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements',
    ),
  },
  yahoo: {
    limits: { day: 500 },
    source: read('https://help.yahoo.com/mkb/article.php?page=content&y=PROD_YSB_BZMAIL&id=SLN17518'),
  },
  icloud: { limits: { day: 1000 }, source: read('https://support.apple.com/102198') },
  // 50 to 500 an hour, by reputation.
  zoho: {
    limits: { hour: 50 },
    source: read('https://www.zoho.com/mail/help/adminconsole/rates-and-limits.html'),
  },
  yandex: {
    limits: { day: 500 },
    source: read('https://yandex.com/support/mail/web/letter/create/send-many-letters.html'),
  },
  // The smallest plan; 1,440 for the others.
  infomaniak: {
    limits: { day: 500 },
    source: read(
      'https://www.infomaniak.com/en/support/faq/2065/understanding-the-24-hour-outgoing-email-limit',
    ),
  },
  brevo: {
    limits: { day: 300 },
    source: read(
      'https://help.brevo.com/hc/en-us/articles/8292912279954-Add-or-remove-emails-from-your-plan',
    ),
  },
  // The trial of 60 days that took the place of the free plan on 2025-03-25.
  sendgrid: {
    limits: { day: 100 },
    source: read(
      'https://support.sendgrid.com/hc/en-us/articles/35270136965403-Twilio-SendGrid-Trial-Account-Plan',
    ),
  },
  // In the sandbox. After that each account has its own, which the connection test reads.
  ses: {
    limits: { second: 1, day: 200 },
    source: read('https://docs.aws.amazon.com/ses/latest/dg/quotas.html'),
  },
  // The pace stands on https://resend.com/docs/api-reference/rate-limit (5 a second for a team; it was 2).
  resend: {
    limits: { second: 5, day: 100, month: 3000 },
    source: read('https://resend.com/docs/knowledge-base/account-quotas-and-limits'),
  },
  // As its page is quoted: https://camoa.github.io/dev-guides/drupal/mailgun/pricing-tier-selection/ (2026).
  mailgun: { limits: { day: 100 }, source: unread('https://www.mailgun.com/pricing/') },
  postmark: {
    limits: { month: 100 },
    source: read('https://postmarkapp.com/support/article/1107-how-does-monthly-pricing-work'),
  },
  mailjet: {
    limits: { day: 200, month: 6000 },
    source: read('https://www.mailjet.com/blog/mj_faq_category/pricing/'),
  },
  smtp2go: {
    limits: { day: 200 },
    source: read('https://support.smtp2go.com/hc/en-gb/articles/20651852434073-Quota-Usage-Notifications'),
  },
} as const satisfies Record<string, Quota>;

/** By the server that a service is reached at by SMTP. */
export const QUOTA_BY_HOST: Record<string, Quota> = {
  'smtp.yandex.ru': QUOTAS.yandex,
  'mail.infomaniak.com': QUOTAS.infomaniak,
  'smtp-relay.brevo.com': QUOTAS.brevo,
  'smtp.sendgrid.net': QUOTAS.sendgrid,
  'smtp.resend.com': QUOTAS.resend,
  'smtp.mailgun.org': QUOTAS.mailgun,
  'smtp.postmarkapp.com': QUOTAS.postmark,
  'in.mailjet.com': QUOTAS.mailjet,
  'mail.smtp2go.com': QUOTAS.smtp2go,
};

/** Settings, limits and where both come from. */
export function withQuota(preset: Preset, { limits, source, connections }: Quota): Preset {
  const pool = connections !== undefined && { pool: { maxConnections: connections } };
  return { ...preset, settings: { ...preset.settings, ...pool }, limits, source };
}

/** All of them in the same month; a page that is read again gets its own. */
function read(url: string, checked = '2026-11') {
  return { url, checked };
}

/** The service's own page could not be read: the figure is what others quote from it. */
function unread(url: string) {
  return { url, checked: null };
}
