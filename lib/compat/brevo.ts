import { type AppError, invalid } from '@/lib/errors';
import type { Accepted } from '@/lib/intake/accepted';
import { acceptDrafts } from './accept';
import type { CompatApi, CompatCall } from './api';
import { Draft } from './draft';
import { asList, asObject, asText, type Fields, readFields, slug } from './fields';
import { readFiles } from './files';
import { putHeader } from './headers';
import { messageIdOf } from './message-id';

/** https://developers.brevo.com/docs/how-it-works#error-codes */
export const brevo: CompatApi = {
  name: 'brevo',
  tokenOf: (headers) => (headers.get('api-key') ?? '').trim(),
  refuse: (error) => {
    const status = error.status === 422 ? 400 : error.status;
    const message = error.status === 401 ? 'Key not found' : error.detail;
    return Response.json({ code: codeOf(error), message }, { status });
  },
};

function codeOf({ status, code, errors }: AppError): string {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'permission_denied';
  if (status === 404) return 'document_not_found';
  if (status === 429) return 'too_many_requests';
  if (status >= 500) return 'internal_error';
  if (code === 'idempotency_conflict') return 'duplicate_request';
  return errors?.[0]?.code === 'required' ? 'missing_parameter' : 'invalid_parameter';
}

export const MAX_VERSIONS = 2000;

/** `messageVersions`: each a message of its own, to which the mail gives what it does not say; all are stored or none. Their clients want 201. */
export async function sendTransacEmail({ ctx, body, countAs }: CompatCall): Promise<Response> {
  const { messageVersions, ...given } = asObject(body, '');
  const mail = { ...given, attachment: await readFiles(given.attachment) };
  const versions = messageVersions == null ? null : asList(messageVersions, 'messageVersions');
  if (versions && versions.length > MAX_VERSIONS)
    throw invalid('messageVersions', 'too_many', { max: MAX_VERSIONS });
  const drafts = versions?.length
    ? versions.map((one, index) => readVersion(mail, one, index))
    : [readMail(mail)];
  await countAs(drafts.length);
  const ids = (await acceptDrafts(ctx, drafts)).map((one, index) => idOf(drafts[index]!, one));
  return Response.json(versions?.length ? { messageIds: ids } : { messageId: ids[0] }, { status: 201 });
}

function idOf({ input }: Draft, { id }: Accepted): string {
  return messageIdOf(id, (input.from as { email?: string } | undefined)?.email);
}

function begin(): Draft {
  const draft = new Draft();
  for (const [ours, theirs] of [
    ['from', 'sender'],
    ['to', 'to'],
    ['subject', 'subject'],
    ['text', 'textContent'],
    ['template', 'templateId'],
  ] as const)
    draft.name(ours, theirs);
  return draft;
}

function readMail(mail: Record<string, unknown>): Draft {
  const draft = begin();
  readFields(mail, '', { ...ownFields(draft), ...commonFields(draft) });
  return checked(draft, 'to');
}

function readVersion(mail: Record<string, unknown>, version: unknown, index: number): Draft {
  const draft = begin();
  const at = `messageVersions.${index}`;
  const { to, cc, bcc, ...others } = mail;
  readFields(others, '', { ...ownFields(draft), ...commonFields(draft) });
  const given = asObject(version, at);
  for (const ours of ['htmlContent', 'textContent'] as const)
    if (given[ours] != null) for (const old of ['html', 'text']) delete draft.input[old];
  if (given.replyTo != null) delete draft.input.replyTo;
  readFields({ ...(given.to == null && { to }), cc, bcc, ...given }, at, ownFields(draft));
  return checked(draft, `${at}.to`);
}

function checked(draft: Draft, to: string): Draft {
  const { input } = draft;
  if (!input.to) throw invalid(to, 'required');
  if (!input.from && !input.template) throw invalid('sender', 'required');
  // As there: of a mail with a template that says all of it.
  if (input.template) for (const ours of ['subject', 'text', 'html']) delete input[ours];
  return draft;
}

const MAILBOX = { email: 'email', name: 'name' };

/** Its clients leave a name empty where there is none. */
function mailbox(value: unknown, at: string): Record<string, unknown> {
  const one: Record<string, unknown> = {};
  readFields(value, at, {
    email: (email) => (one.email = email),
    name: (name) => {
      if (name !== '') one.name = name;
    },
    // Sender and address are to be written out: Relevo has no numbered senders; nor does it keep the consent of each recipient to pictures.
    id: 'refused',
    contactPixelTrackingConsent: 'refused',
  });
  return one;
}

/** What a version may say otherwise. */
function ownFields(draft: Draft): Fields {
  const mailboxes = (ours: string) => (value: unknown, at: string) => {
    for (const [index, one] of asList(value, at).entries())
      draft.add(ours, mailbox(one, `${at}.${index}`), `${at}.${index}`, MAILBOX);
  };
  return {
    to: mailboxes('to'),
    cc: mailboxes('cc'),
    bcc: mailboxes('bcc'),
    replyTo: (value, at) => draft.put('replyTo', mailbox(value, at), at, MAILBOX),
    subject: (value, at) => draft.put('subject', value, at),
    htmlContent: (value, at) => value !== '' && draft.put('html', value, at),
    textContent: (value, at) => value !== '' && draft.put('text', value, at),
    params: (value, at) => draft.put('variables', value, at, { '*': '' }),
    headers: (value, at) => {
      for (const [name, text] of Object.entries(asObject(value, at)))
        putHeader(draft, name, typeof text === 'number' ? String(text) : text, `${at}.${name}`);
    },
  };
}

function commonFields(draft: Draft): Fields {
  return {
    sender: (value, at) => draft.put('from', mailbox(value, at), at, MAILBOX),
    tags: (value, at) => {
      for (const [index, one] of asList(value, at).entries()) {
        const tag = asText(one, `${at}.${index}`);
        draft.add('tags', slug(tag), `${at}.${index}`);
        if (slug(tag) !== tag) draft.set('metadata', `tag-${index + 1}`, tag, `${at}.${index}`);
      }
    },
    attachment: (value, at) => readAttachments(draft, value, at),
    scheduledAt: (value, at) => draft.put('scheduledAt', value, at),
    // A number there; a key of ours may be one.
    templateId: (value, at) => draft.put('template', typeof value === 'number' ? String(value) : value, at),
    batchId: 'refused',
  };
}

const FILE = { filename: 'name', content: 'content' };

function readAttachments(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const file: Record<string, unknown> = {};
    readFields(one, `${at}.${index}`, {
      name: (name) => (file.filename = name),
      content: (content) => (file.content = content),
      // A file of another server: nobody makes Relevo fetch addresses.
      url: 'refused',
    });
    draft.add('attachments', file, `${at}.${index}`, FILE);
  }
}
