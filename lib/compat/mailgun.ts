import { invalid } from '@/lib/errors';
import { acceptDrafts } from './accept';
import { splitAddresses } from './address-list';
import type { CompatApi, CompatCall } from './api';
import { Draft } from './draft';
import { slug } from './fields';
import { type Form, textsOf } from './form';
import { putHeader } from './headers';
import { perRecipient } from './mailgun-recipients';
import { messageIdOf } from './message-id';
import { addOptions, draftsOfMail } from './raw-mail';

/** https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages */
export const mailgun: CompatApi = {
  name: 'mailgun',
  /** The user is `api`, or anything. */
  tokenOf: (headers) => {
    const basic = /^Basic\s+([A-Za-z0-9+/=]+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
    const pair = Buffer.from(basic, 'base64').toString();
    return pair.slice(pair.indexOf(':') + 1).trim();
  },
  refuse: (error) =>
    error.status === 401
      ? new Response('Forbidden', { status: 401, headers: { 'content-type': 'text/plain' } })
      : Response.json({ message: error.detail }, { status: error.status === 422 ? 400 : error.status }),
};

/** All of `to` in one list that each of them sees, unless `recipient-variables` make a copy for each. */
export async function sendMessage({ ctx, body, countAs }: CompatCall): Promise<Response> {
  const form = body as Form;
  const isTest = isYes(textsOf(form, 'o:testmode')[0]);
  const drafts = perRecipient(form, () => readMessage(form));
  await countAs(drafts.length);
  const accepted = await acceptDrafts(isTest ? { ...ctx, test: true } : ctx, drafts);
  return taken(accepted[0]!.id, drafts[0]!);
}

/** A mail as its program wrote it, to those of the form. */
export async function sendMime({ ctx, body, countAs }: CompatCall): Promise<Response> {
  const form = body as Form;
  const [message] = form.get('message') ?? [];
  if (message === undefined) throw invalid('message', 'required');
  const to = textsOf(form, 'to').flatMap(splitAddresses);
  if (to.length === 0) throw invalid('to', 'required');
  const bytes = typeof message === 'string' ? Buffer.from(message) : message.content.bytes;
  const { drafts, idempotencyKey } = await draftsOfMail(bytes, to);
  for (const draft of drafts) {
    const options = new Draft();
    readForm(options, form, { message: ignored, to: ignored });
    addOptions(draft, options);
  }
  await countAs(drafts.length);
  const isTest = isYes(textsOf(form, 'o:testmode')[0]);
  const accepted = await acceptDrafts(isTest ? { ...ctx, test: true } : ctx, drafts, idempotencyKey);
  return taken(accepted[0]!.id, drafts[0]!);
}

function taken(id: string, { input }: Draft): Response {
  const from = input.from as string | { email: string } | undefined;
  const address = typeof from === 'object' ? from.email : from;
  return Response.json({ id: messageIdOf(id, address), message: 'Queued. Thank you.' });
}

type Reader = (
  draft: Draft,
  values: Form extends Map<string, infer Values> ? Values : never,
  at: string,
) => void;
const ignored: Reader = () => undefined;
const isYes = (text: string | undefined) => /^(yes|true|htmlonly)$/i.test(text ?? '');

function readMessage(form: Form): Draft {
  const draft = new Draft();
  for (const [ours, theirs] of [
    ['from', 'from'],
    ['to', 'to'],
    ['subject', 'subject'],
    ['text', 'text'],
    ['template', 'template'],
  ] as const)
    draft.name(ours, theirs);
  readForm(draft, form, MESSAGE);
  const { input } = draft;
  if (!input.from && !input.template) throw invalid('from', 'required');
  // As there: what a template says stands for it; one without a subject has none there.
  if (input.template) {
    for (const ours of ['subject', 'text', 'html']) delete input[ours];
    const variables = { ...variablesBeside(form), ...(input.variables as object | undefined) };
    draft.put('variables', variables, 't:variables', { '*': '' });
  } else input.subject ||= '(no subject)';
  return draft;
}

/** What is kept beside a message fills in its template, too: Bamboo, of Elixir, has no other way. */
function variablesBeside(form: Form): Record<string, unknown> {
  return Object.fromEntries(
    [...form].flatMap(([name, values]) => {
      if (name.startsWith('v:')) return [[name.slice(2), text(values, name)]];
      return isVariables(name.slice(2)) ? Object.entries(json(text(values, name), name)) : [];
    }),
  );
}

const isVariables = (header: string) => header.toLowerCase() === 'x-mailgun-variables';

/** What has no line is refused by name, unless it says nothing. */
function readForm(draft: Draft, form: Form, fields: Record<string, Reader>): void {
  for (const [name, values] of form) {
    const own = Object.hasOwn(fields, name)
      ? fields[name]
      : Object.hasOwn(OPTIONS, name)
        ? OPTIONS[name]
        : null;
    if (own) own(draft, values, name);
    else if (name.startsWith('h:')) readHeader(draft, name.slice(2), values, name);
    else if (name.startsWith('v:')) draft.set('metadata', name.slice(2), text(values, name), name);
    else if (!values.every((value) => typeof value === 'string' && /^(no|false|)$/i.test(value)))
      throw invalid(name, REFUSED.has(name) ? 'not_honoured' : 'unknown_field');
  }
}

const REFUSED = new Set([
  'amp-html',
  't:version',
  'o:dkim',
  'o:secondary-dkim',
  'o:secondary-dkim-public',
  'o:deliverytime-optimize-period',
  'o:time-zone-localize',
  'o:require-tls',
  'o:skip-verification',
  'o:sending-ip',
  'o:sending-ip-pool',
  'o:tracking-pixel-location-top',
  'o:archive-to',
]);

/** One text. @throws AppError validation_failed */
const text = (values: Parameters<Reader>[1], at: string): string => {
  const [value, ...others] = values;
  if (others.length > 0) throw invalid(at, 'twice');
  if (typeof value !== 'string') throw invalid(at, 'text');
  return value;
};
const put =
  (ours: string): Reader =>
  (draft, values, at) => {
    const value = text(values, at);
    if (value !== '') draft.put(ours, value, at);
  };
const addresses =
  (ours: string): Reader =>
  (draft, values, at) => {
    for (const value of values)
      for (const one of splitAddresses(typeof value === 'string' ? value : '')) draft.add(ours, one, at);
  };
const files =
  (inline: boolean): Reader =>
  (draft, values, at) => {
    for (const [index, value] of values.entries()) {
      if (typeof value === 'string') throw invalid(at, 'wrong_type', { expected: 'file' });
      const { content, filename, contentType } = value;
      const contentId = inline && /^[\w.@+-]{1,200}$/.test(filename) ? filename : undefined;
      const file = {
        filename,
        content,
        ...(contentType && { contentType }),
        ...(contentId && { contentId }),
      };
      draft.add('attachments', file, values.length > 1 ? `${at}.${index}` : at);
    }
  };
const tracking =
  (...ours: ('opens' | 'clicks')[]): Reader =>
  (draft, values, at) => {
    for (const one of ours) draft.set('tracking', one, isYes(text(values, at)), at);
  };
const json = (value: string, at: string): Record<string, unknown> => {
  try {
    const read: unknown = JSON.parse(value);
    if (typeof read === 'object' && read !== null && !Array.isArray(read))
      return read as Record<string, unknown>;
  } catch {}
  throw invalid(at, 'not_json');
};

const MESSAGE: Record<string, Reader> = {
  from: put('from'),
  to: addresses('to'),
  cc: addresses('cc'),
  bcc: addresses('bcc'),
  subject: put('subject'),
  text: put('text'),
  html: put('html'),
  attachment: files(false),
  inline: files(true),
  template: put('template'),
  // A text is made of each template anyway.
  't:text': ignored,
  't:variables': (draft, values, at) => {
    draft.put('variables', json(text(values, at), at), at, { '*': '' });
  },
  'recipient-variables': ignored,
};

const OPTIONS: Record<string, Reader> = {
  'o:tag': (draft, values, at) => {
    for (const [index, value] of values.entries()) {
      const tag = String(value);
      draft.add('tags', slug(tag), at);
      if (slug(tag) !== tag) draft.set('metadata', `tag-${index + 1}`, tag, at);
    }
  },
  'o:deliverytime': (draft, values, at) => {
    const ms = Date.parse(text(values, at));
    if (Number.isNaN(ms)) throw invalid(at, 'time');
    // One that has passed is sent at once, as there.
    if (ms > Date.now()) draft.put('scheduledAt', new Date(ms).toISOString(), at);
  },
  'o:testmode': ignored,
  'o:tracking': tracking('opens', 'clicks'),
  'o:tracking-clicks': tracking('clicks'),
  'o:tracking-opens': tracking('opens'),
};

function readHeader(draft: Draft, name: string, values: Parameters<Reader>[1], at: string): void {
  const value = text(values, at);
  const key = name.toLowerCase();
  if (key === 'reply-to') for (const one of splitAddresses(value)) draft.add('replyTo', one, at);
  else if (isVariables(name))
    for (const [entry, given] of Object.entries(json(value, at)))
      draft.set('metadata', entry, typeof given === 'string' ? given : JSON.stringify(given), at);
  else putHeader(draft, name, value, at);
}
