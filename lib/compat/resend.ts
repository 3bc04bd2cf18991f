import { AppError, invalid } from '@/lib/errors';
import { readIdempotencyKey } from '@/lib/intake/accept-and-wait';
import { acceptDrafts, acceptEach } from './accept';
import { bearerOf, type CompatApi, type CompatCall } from './api';
import { Draft } from './draft';
import { asList, asObject, asText, readFields, unfolded } from './fields';
import { putHeader } from './headers';

/** https://resend.com/docs/api-reference/errors: clients branch on the pair of status and name. */
export const resend: CompatApi = {
  name: 'resend',
  tokenOf: bearerOf,
  refuse: (error) => {
    const [statusCode, name] = nameOf(error);
    const message = error.code === 'unauthorized' ? 'API key is invalid' : error.detail;
    return Response.json({ statusCode, name, message }, { status: statusCode });
  },
};

function nameOf({ code, status, errors }: AppError): [number, string] {
  const [first] = errors ?? [];
  if (status === 401) return [403, 'invalid_api_key'];
  if (code === 'idempotency_conflict') return [409, 'invalid_idempotent_request'];
  if (code === 'idempotency_in_progress') return [409, 'concurrent_idempotent_requests'];
  if (code === 'rate_limited' || code === 'too_many_attempts') return [429, 'rate_limit_exceeded'];
  if (first?.path === 'Idempotency-Key') return [400, 'invalid_idempotency_key'];
  if (code === 'not_found') return [404, 'not_found'];
  // Of a key that may not do this, or not from there; else of a sender that is not allowed.
  if (status === 403) return errors ? [403, 'validation_error'] : [401, 'restricted_api_key'];
  if (status >= 500) return [status, 'application_error'];
  if (first?.path.startsWith('attachments')) return [422, 'invalid_attachment'];
  if (first?.code === 'required') return [422, 'missing_required_field'];
  if (first?.path === 'from') return [422, 'invalid_from_address'];
  return [code === 'malformed_json' ? 400 : 422, 'validation_error'];
}

export async function sendEmail({ ctx, body, headers }: CompatCall): Promise<Response> {
  const draft = readEmail(body, '');
  const [accepted] = await acceptDrafts(ctx, [draft], keyOf(headers) ?? draft.idempotencyKey);
  return Response.json({ id: accepted!.id });
}

export const MAX_BATCH = 100;

/** `strict`, as its client asks: all or none. `permissive`: those that are right, with what is wrong with the others. */
export async function sendBatch({ ctx, body, headers, countAs }: CompatCall): Promise<Response> {
  const list = asList(body, '');
  if (list.length === 0) throw invalid('body', 'required');
  if (list.length > MAX_BATCH) throw invalid('body', 'too_many', { max: MAX_BATCH });
  await countAs(list.length);
  const key = keyOf(headers);
  const read = (one: unknown, index: number) => readEmail(one, `${index}`, true);
  if (headers.get('x-batch-validation') !== 'permissive') {
    const accepted = await acceptDrafts(ctx, list.map(read), key);
    return Response.json({ data: accepted.map(({ id }) => ({ id })) });
  }
  const drafts = list.map((one, index) => {
    try {
      return read(one, index);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  });
  const results = await acceptEach(ctx, drafts, (draft, index) =>
    key ? `${key}#${index}` : draft.idempotencyKey,
  );
  return Response.json({
    data: results.flatMap((one) => (one instanceof AppError ? [] : [{ id: one.id }])),
    errors: results.flatMap((one, index) =>
      one instanceof AppError ? [{ index, message: one.detail }] : [],
    ),
  });
}

const keyOf = (headers: Headers) => readIdempotencyKey(headers, 240);

function readEmail(body: unknown, at: string, inBatch = false): Draft {
  const draft = new Draft();
  const named = (field: string) => (at ? `${at}.${field}` : field);
  for (const ours of ['to', 'from', 'subject', 'text']) draft.name(ours, named(ours));
  readFields(body, at, {
    from: (value, place) => draft.put('from', value, place),
    to: mailboxes(draft, 'to'),
    cc: mailboxes(draft, 'cc'),
    bcc: mailboxes(draft, 'bcc'),
    reply_to: mailboxes(draft, 'replyTo'),
    // As Python and PHP hand it over to older versions of it.
    replyTo: mailboxes(draft, 'replyTo'),
    subject: (value, place) => draft.put('subject', value, place),
    html: (value, place) => draft.put('html', value, place),
    text: (value, place) => draft.put('text', value, place),
    headers: (value, place) => {
      for (const [name, text] of Object.entries(asObject(value, place)))
        putHeader(draft, name, text, `${place}.${name}`);
    },
    attachments: inBatch ? 'refused' : (value, place) => readAttachments(draft, value, place),
    tags: (value, place) => readTags(draft, value, place),
    scheduled_at: (value, place) => draft.put('scheduledAt', value, place),
    template: (value, place) =>
      readFields(value, place, {
        id: (id, where) => draft.put('template', id, where),
        variables: (variables, where) => draft.put('variables', variables, where, { '*': '' }),
      }),
    topic_id: 'refused',
  });
  if (!draft.input.from && !draft.input.template) throw invalid(named('from'), 'required');
  return draft;
}

const mailboxes =
  (draft: Draft, ours: string) =>
  (value: unknown, at: string): void => {
    const list = Array.isArray(value) ? value : undefined;
    for (const [index, one] of (list ?? [value]).entries())
      draft.add(ours, one, list ? `${at}.${index}` : at);
  };

const FILE = {
  filename: 'filename',
  content: 'content',
  contentType: 'content_type',
  contentId: 'content_id',
};

function readAttachments(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const file: Record<string, unknown> = {};
    readFields(one, `${at}.${index}`, {
      content: (content) => (file.content = unfolded(content)),
      filename: (name) => (file.filename = name),
      content_type: (type) => (file.contentType = type),
      content_id: (id) => (file.contentId = id),
      // A file of another server: nobody makes Relevo fetch addresses.
      path: 'refused',
    });
    draft.add('attachments', file, `${at}.${index}`, FILE);
  }
}

function readTags(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const { name, value: text } = asObject(one, `${at}.${index}`);
    draft.set('metadata', asText(name, `${at}.${index}.name`), text, `${at}.${index}.value`);
  }
}
