import { SmtpReply } from './reply';

export type Field = { name: string; value: string };
/** As `POST /api/v1/messages` takes them: its schema judges the values. */
export type Options = {
  priority?: string;
  category?: string;
  tags: string[];
  metadata: Record<string, string>;
  scheduledAt?: string;
  expiresAt?: string;
  providers?: string[];
  template?: string;
  language?: string;
  variables?: unknown;
  tracking?: { opens?: boolean; clicks?: boolean };
  company?: string;
  /** Ours, not of the message. */
  idempotencyKey?: string;
};

type Read = (options: Options, value: string, name: string) => void;

const isYes = (value: string) => /^(yes|true|1|on|htmlandtext|html|text|htmlonly)$/i.test(value.trim());
const list = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** Any text as a tag has to be spelled. */
const slug = (value: string) =>
  value
    .trim()
    .replace(/[^\w.:-]+/g, '-')
    .slice(0, 64);

const tags: Read = (options, value) => options.tags.push(...list(value).map(slug));
const track =
  (what: 'opens' | 'clicks'): Read =>
  (options, value) => {
    options.tracking = { ...options.tracking, [what]: isYes(value) };
  };
const metadataAfter =
  (prefix: string): Read =>
  (options, value, name) => {
    options.metadata[name.slice(prefix.length).toLowerCase()] = value;
  };

/**
 * Headers that say how a message is to be handled: our own, and those by which programs tell the same to the provider that they came from, so
 * that they move without a change. Names in lower case; one that ends in `-` stands for all that begin so.
 * Sources: https://postmarkapp.com/developer/user-guide/send-email-with-smtp,
 * https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-smtp,
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html, https://resend.com/docs/send-with-smtp,
 * https://developers.brevo.com/docs/send-a-transactional-email
 */
const READERS: Record<string, Read> = {
  'x-relevo-priority': (options, value) => (options.priority = value.trim().toLowerCase()),
  'x-relevo-category': (options, value) => (options.category = value.trim().toLowerCase()),
  'x-relevo-tag': tags,
  'x-relevo-tags': tags,
  'x-relevo-metadata-': metadataAfter('x-relevo-metadata-'),
  'x-relevo-send-at': (options, value) => (options.scheduledAt = value.trim()),
  'x-relevo-expires-at': (options, value) => (options.expiresAt = value.trim()),
  'x-relevo-provider': (options, value) => (options.providers = list(value)),
  'x-relevo-providers': (options, value) => (options.providers = list(value)),
  'x-relevo-template': (options, value) => (options.template = value.trim()),
  'x-relevo-language': (options, value) => (options.language = value.trim()),
  'x-relevo-variables': (options, value, name) => (options.variables = json(value, name)),
  'x-relevo-company': (options, value) => (options.company = value.trim()),
  'x-relevo-track': (options, value) => {
    const wanted = list(value.toLowerCase());
    options.tracking = { opens: wanted.includes('opens'), clicks: wanted.includes('clicks') };
  },
  'x-relevo-idempotency-key': (options, value) => (options.idempotencyKey = value.trim()),
  // Postmark
  'x-pm-tag': tags,
  'x-pm-metadata-': metadataAfter('x-pm-metadata-'),
  'x-pm-message-stream': (options, value) => {
    if (value.trim() === 'broadcast') options.category = 'marketing';
  },
  'x-pm-trackopens': track('opens'),
  'x-pm-track-opens': track('opens'),
  'x-pm-tracklinks': track('clicks'),
  // Mailgun
  'x-mailgun-tag': tags,
  'x-mailgun-variables': (options, value, name) => Object.assign(options.metadata, texts(json(value, name))),
  'x-mailgun-deliver-by': (options, value, name) => (options.scheduledAt = moment(value, name)),
  'x-mailgun-track-opens': track('opens'),
  'x-mailgun-track-clicks': track('clicks'),
  'x-mailgun-track': (options, value) => (options.tracking = { opens: isYes(value), clicks: isYes(value) }),
  // Amazon SES: `k=v, k=v`
  'x-ses-message-tags': (options, value) => {
    for (const pair of list(value)) {
      const at = pair.indexOf('=');
      if (at > 0) options.metadata[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
    }
  },
  // Brevo, Resend
  'x-mailin-tag': tags,
  'resend-idempotency-key': (options, value) => (options.idempotencyKey = value.trim()),
  idempotencykey: (options, value) => (options.idempotencyKey = value.trim()),
};

/** Says nothing here: a set or an identity of an account that the message does not go by, or what Relevo does by itself. */
const WITHOUT_MEANING = /^(x-ses-configuration-set|x-ses-[a-z-]+-arn|x-mailgun-dkim|x-pm-keepid)$/;

/** `null`: no option. @throws SmtpReply 554 for one of ours that does not exist, and for what is no JSON or no date */
export function readOptions(fields: readonly Field[]): { options: Options; rest: Field[] } {
  const options: Options = { tags: [], metadata: {} };
  const rest: Field[] = [];
  for (const field of fields) {
    const name = field.name.toLowerCase();
    const read = readerOf(name);
    if (read) read(options, field.value, name);
    else if (name.startsWith('x-relevo-'))
      throw new SmtpReply(554, `5.6.0 ${field.name} is no option of Relevo`);
    else if (!WITHOUT_MEANING.test(name)) rest.push(field);
  }
  return { options: { ...options, tags: [...new Set(options.tags)].filter(Boolean) }, rest };
}

/** Whether it is for Relevo, or for the provider that it came from, and not for who gets the message. */
export function isOption(name: string): boolean {
  return readerOf(name) !== undefined || WITHOUT_MEANING.test(name) || name.startsWith('x-relevo-');
}

function readerOf(name: string): Read | undefined {
  if (Object.hasOwn(READERS, name)) return READERS[name];
  const prefix = Object.keys(READERS).find((one) => one.endsWith('-') && name.startsWith(one));
  return prefix ? READERS[prefix] : undefined;
}

function json(value: string, name: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw new SmtpReply(554, `5.6.0 ${name} must be JSON`);
  }
}

function texts(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.map(([key, one]) => [key, typeof one === 'string' ? one : JSON.stringify(one)]),
  );
}

function moment(value: string, name: string): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new SmtpReply(554, `5.6.0 ${name} must be a date`);
  return date.toISOString();
}
