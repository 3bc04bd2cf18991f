import { type AppError, invalid } from '@/lib/errors';
import { acceptDrafts, checkDrafts } from './accept';
import { bearerOf, type CompatApi, type CompatCall } from './api';
import { Draft } from './draft';
import {
  asFlag,
  asList,
  asObject,
  asText,
  type Fields,
  fromUnixSeconds,
  ignored,
  readFields,
  slug,
} from './fields';
import { readFiles } from './files';
import { putHeader } from './headers';

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export const sendgrid: CompatApi = {
  name: 'sendgrid',
  tokenOf: bearerOf,
  refuse: (error) =>
    Response.json({ errors: errorsOf(error) }, { status: error.status === 422 ? 400 : error.status }),
};

function errorsOf(error: AppError) {
  if (error.status === 401)
    return [told('The provided authorization grant is invalid, expired, or revoked', null)];
  if (!error.errors?.length) return [told(error.detail, null)];
  return error.errors.map(({ path, message }) => told(message, path));
}

const told = (message: string, field: string | null) => ({ message, field, help: null });

/** Each personalization is a message of its own; all are stored or none. Its clients want 202 and nothing in it. */
export async function sendMail({ ctx, body, countAs }: CompatCall): Promise<Response> {
  const { drafts, isTest } = await readMail(body);
  await countAs(drafts.length);
  if (isTest) {
    await checkDrafts(ctx, drafts);
    return new Response(null, { status: 200 });
  }
  const [first] = await acceptDrafts(ctx, drafts);
  return new Response(null, { status: 202, headers: { 'x-message-id': first!.id } });
}

export const MAX_PERSONALIZATIONS = 1000;

async function readMail(body: unknown): Promise<{ drafts: Draft[]; isTest: boolean }> {
  const { personalizations, ...mail } = asObject(body, '');
  const list = asList(personalizations, 'personalizations');
  if (list.length === 0) throw invalid('personalizations', 'required');
  if (list.length > MAX_PERSONALIZATIONS)
    throw invalid('personalizations', 'too_many', { max: MAX_PERSONALIZATIONS });
  const common = { ...mail, attachments: await readFiles(mail.attachments) };
  let isTest = false;
  const drafts = list.map((each, index) => {
    const draft = new Draft();
    for (const ours of ['from', 'subject', 'to']) draft.name(ours, ours);
    draft.name('to', `personalizations.${index}.to`);
    draft.name('text', 'content');
    readFields(
      common,
      '',
      mailFields(draft, (test) => (isTest = test)),
    );
    readFields(each, `personalizations.${index}`, personalizationFields(draft));
    if (!draft.input.from) throw invalid('from', 'required');
    // As there: of a mail with a template that says all of it.
    if (draft.input.template) for (const ours of ['subject', 'text', 'html']) delete draft.input[ours];
    return draft;
  });
  return { drafts, isTest };
}

const MAILBOX = { email: 'email', name: 'name' };
const mailbox =
  (draft: Draft, ours: string) =>
  (value: unknown, at: string): void =>
    draft.put(ours, withoutEmptyName(value), at, MAILBOX);
const mailboxes =
  (draft: Draft, ours: string) =>
  (value: unknown, at: string): void => {
    for (const [index, one] of asList(value, at).entries())
      draft.add(ours, withoutEmptyName(one), `${at}.${index}`, MAILBOX);
  };

/** Its clients name nobody by an empty name. */
function withoutEmptyName(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { name, ...others } = value as Record<string, unknown>;
  return name === '' || name === null || name === undefined ? others : value;
}

function mailFields(draft: Draft, setTest: (test: boolean) => void): Fields {
  return {
    ...sharedFields(draft),
    reply_to: mailbox(draft, 'replyTo'),
    reply_to_list: mailboxes(draft, 'replyTo'),
    content: (value, at) => readContent(draft, value, at),
    attachments: (value, at) => readAttachments(draft, value, at),
    categories: (value, at) => readCategories(draft, value, at),
    // Without `d-` before it their clients hand no data over: https://github.com/sendgrid/sendgrid-nodejs, `Mail.setTemplateId`.
    template_id: (value, at) => draft.put('template', asText(value, at).replace(/^d-/, ''), at),
    tracking_settings: (value, at) =>
      readFields(value, at, {
        click_tracking: tracking(draft, 'clicks', { enable_text: refuseTrue }),
        open_tracking: tracking(draft, 'opens', { substitution_tag: 'refused' }),
        subscription_tracking: 'refused',
        ganalytics: 'refused',
      }),
    mail_settings: (value, at) =>
      readFields(value, at, {
        sandbox_mode: (mode, place) =>
          readFields(mode, place, { enable: (on, where) => setTest(asFlag(on, where)) }),
        bypass_list_management: 'refused',
        bypass_spam_management: 'refused',
        bypass_bounce_management: 'refused',
        bypass_unsubscribe_management: 'refused',
        footer: 'refused',
        bcc: 'refused',
        spam_check: 'refused',
      }),
    sections: 'refused',
    asm: 'refused',
    batch_id: 'refused',
    ip_pool_name: 'refused',
  };
}

function personalizationFields(draft: Draft): Fields {
  return {
    ...sharedFields(draft),
    to: mailboxes(draft, 'to'),
    cc: mailboxes(draft, 'cc'),
    bcc: mailboxes(draft, 'bcc'),
    dynamic_template_data: (value, at) => draft.put('variables', value, at, { '*': '' }),
    substitutions: 'refused',
  };
}

/** What a personalization may say otherwise than the mail. */
function sharedFields(draft: Draft): Fields {
  return {
    from: mailbox(draft, 'from'),
    subject: (value, at) => draft.put('subject', value, at),
    headers: (value, at) => {
      for (const [name, text] of Object.entries(asObject(value, at)))
        putHeader(draft, name, text, `${at}.${name}`);
    },
    custom_args: (value, at) => {
      for (const [name, text] of Object.entries(asObject(value, at)))
        draft.set('metadata', name, typeof text === 'number' ? String(text) : text, `${at}.${name}`);
    },
    // One that has passed is sent at once, as there.
    send_at: (value, at) => {
      const scheduledAt = fromUnixSeconds(value, at);
      if (Date.parse(scheduledAt) > Date.now()) draft.put('scheduledAt', scheduledAt, at);
    },
  };
}

function readContent(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const { type, value: text } = asObject(one, `${at}.${index}`);
    const ours = CONTENT[asText(type, `${at}.${index}.type`).split(';')[0]!.trim().toLowerCase()];
    if (!ours) throw invalid(`${at}.${index}.type`, 'option', { options: Object.keys(CONTENT).join(', ') });
    if (draft.input[ours] !== undefined) throw invalid(`${at}.${index}.type`, 'twice');
    draft.put(ours, text, `${at}.${index}.value`);
  }
}

const CONTENT: Record<string, 'text' | 'html'> = { 'text/plain': 'text', 'text/html': 'html' };
const FILE = { filename: 'filename', content: 'content', contentType: 'type', contentId: 'content_id' };

function readAttachments(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const file: Record<string, unknown> = {};
    readFields(one, `${at}.${index}`, {
      content: (content) => (file.content = content),
      filename: (name) => (file.filename = name),
      type: (type) => (file.contentType = type),
      content_id: (id) => (file.contentId = id),
      // As their Node client passes it on where a program writes it as all else.
      contentId: (id) => (file.contentId = id),
      disposition: ignored,
    });
    draft.add('attachments', file, `${at}.${index}`, FILE);
  }
}

/** Any text there, a word here: what it was stands beside it where that is not the same. */
function readCategories(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of [value].flat().entries()) {
    const text = asText(one, `${at}.${index}`);
    draft.add('tags', slug(text), `${at}.${index}`);
    if (slug(text) !== text) draft.set('metadata', `category-${index + 1}`, text, `${at}.${index}`);
  }
}

const refuseTrue = (value: unknown, at: string): void => {
  if (value !== false) throw invalid(at, 'not_honoured');
};

function tracking(draft: Draft, ours: 'opens' | 'clicks', others: Fields) {
  return (value: unknown, at: string): void =>
    readFields(value, at, {
      enable: (on, place) => draft.set('tracking', ours, on, place),
      ...others,
    });
}
