import { AppError, invalid } from '@/lib/errors';
import type { Accepted } from '@/lib/intake/accepted';
import { acceptDrafts, acceptEach } from './accept';
import { splitAddresses } from './address-list';
import type { CompatApi, CompatCall } from './api';
import { Draft } from './draft';
import { asFlag, asList, asObject, asText, type Fields, readFields, slug, unfolded } from './fields';
import { putHeader } from './headers';

/** https://postmarkapp.com/developer/api/overview#error-codes */
export const postmark: CompatApi = {
  name: 'postmark',
  tokenOf: (headers) => (headers.get('x-postmark-server-token') ?? '').trim(),
  refuse: (error) => {
    const status = statusOf(error);
    return Response.json(refused(error), { status });
  },
};

/** Their client makes an error of each kind by these alone: what is wrong with a request is always 422. */
function statusOf({ status, code }: AppError): number {
  if (code === 'unauthorized' || status === 401) return 401;
  return [404, 413, 403, 415, 429].includes(status) || status >= 500 ? status : 422;
}

function refused(error: AppError) {
  return { ErrorCode: codeOf(error), Message: error.detail };
}

function codeOf({ status, code, errors }: AppError): number {
  const [first] = errors ?? [];
  if (status === 401) return 10;
  if (code === 'malformed_json') return 402;
  if (code === 'rate_limited') return 429;
  if (/^(Template|MessageStream)/.test(first?.path ?? ''))
    return first!.path === 'MessageStream' ? 1235 : 1101;
  if (status === 403 && first) return 400;
  return status >= 500 ? status : 300;
}

export async function sendEmail({ ctx, body }: CompatCall): Promise<Response> {
  return answerOne(ctx, readMail(body, '', false));
}

export async function sendWithTemplate({ ctx, body }: CompatCall): Promise<Response> {
  return answerOne(ctx, readMail(body, '', true));
}

async function answerOne(ctx: CompatCall['ctx'], draft: Draft): Promise<Response> {
  const [accepted] = await acceptDrafts(ctx, [draft]);
  return Response.json(taken(draft, accepted!));
}

export const MAX_BATCH = 500;

export async function sendBatch(call: CompatCall): Promise<Response> {
  return answerBatch(call, asList(call.body, ''), '', false);
}

export async function sendBatchWithTemplates(call: CompatCall): Promise<Response> {
  return answerBatch(call, asList(asObject(call.body, '').Messages, 'Messages'), 'Messages.', true);
}

/** Each by itself, in order: `200`, with an error in the place of each that is wrong. */
async function answerBatch(
  { ctx, countAs }: CompatCall,
  list: unknown[],
  at: string,
  isTemplate: boolean,
): Promise<Response> {
  if (list.length > MAX_BATCH) throw invalid(at || 'body', 'too_many', { max: MAX_BATCH });
  await countAs(list.length);
  const drafts = list.map((one) => readOr(() => readMail(one, '', isTemplate)));
  const results = list.length > 0 ? await acceptEach(ctx, drafts) : [];
  return Response.json(
    results.map((one, index) =>
      one instanceof AppError ? refused(one) : taken(drafts[index] as Draft, one),
    ),
  );
}

/** What it throws because of what was sent, as a value. */
export function readOr<T>(read: () => T): T | AppError {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function taken({ input }: Draft, { id }: Accepted) {
  const joined = (ours: string) => ((input[ours] as string[] | undefined) ?? []).join(', ');
  return {
    To: joined('to'),
    ...(input.cc !== undefined && { Cc: joined('cc') }),
    ...(input.bcc !== undefined && { Bcc: joined('bcc') }),
    SubmittedAt: new Date().toISOString(),
    MessageID: id,
    ErrorCode: 0,
    Message: 'OK',
  };
}

function readMail(body: unknown, at: string, isTemplate: boolean): Draft {
  const draft = new Draft();
  for (const [ours, theirs] of [
    ['from', 'From'],
    ['to', 'To'],
    ['subject', 'Subject'],
    ['text', 'TextBody'],
    ['template', 'TemplateAlias'],
  ] as const)
    draft.name(ours, theirs);
  readFields(body, at, { ...mailFields(draft), ...(isTemplate ? templateFields(draft) : bodyFields(draft)) });
  if (!draft.input.from) throw invalid('From', 'required');
  if (!draft.input.to && !draft.input.cc && !draft.input.bcc) throw invalid('To', 'required');
  if (isTemplate && !draft.input.template) throw invalid('TemplateAlias', 'required');
  return draft;
}

function mailFields(draft: Draft): Fields {
  const addresses = (ours: string) => (value: unknown, at: string) => {
    for (const one of splitAddresses(asText(value, at))) draft.add(ours, one, at);
  };
  return {
    From: (value, at) => value !== '' && draft.put('from', value, at),
    To: addresses('to'),
    Cc: addresses('cc'),
    Bcc: addresses('bcc'),
    ReplyTo: addresses('replyTo'),
    Tag: (value, at) => readTag(draft, asText(value, at), at),
    Metadata: (value, at) => {
      for (const [name, text] of Object.entries(asObject(value, at)))
        draft.set('metadata', name, text, `${at}.${name}`);
    },
    TrackOpens: (value, at) => draft.set('tracking', 'opens', asFlag(value, at), at),
    TrackLinks: (value, at) => {
      if (!Object.hasOwn(LINKS, asText(value, at)))
        throw invalid(at, 'option', { options: Object.keys(LINKS).join(', ') });
      draft.set('tracking', 'clicks', LINKS[value as keyof typeof LINKS], at);
    },
    Headers: (value, at) => {
      for (const [index, one] of asList(value, at).entries()) {
        const { Name, Value } = asObject(one, `${at}.${index}`);
        putHeader(draft, asText(Name, `${at}.${index}.Name`), Value, `${at}.${index}`);
      }
    },
    Attachments: (value, at) => readAttachments(draft, value, at),
    MessageStream: (value, at) => {
      const category = STREAMS[asText(value, at)];
      if (!category) throw invalid(at, 'option', { options: Object.keys(STREAMS).join(', ') });
      draft.put('category', category, at);
    },
  };
}

function bodyFields(draft: Draft): Fields {
  return {
    Subject: (value, at) => draft.put('subject', value === '' ? '(no subject)' : value, at),
    HtmlBody: (value, at) => value !== '' && draft.put('html', value, at),
    TextBody: (value, at) => value !== '' && draft.put('text', value, at),
  };
}

/** By our keys; a number is one, too, where a template has it for its key. */
function templateFields(draft: Draft): Fields {
  const template = (value: unknown, at: string) =>
    draft.put('template', typeof value === 'number' ? String(value) : value, at);
  return {
    TemplateId: template,
    TemplateAlias: template,
    TemplateModel: (value, at) => draft.put('variables', value, at, { '*': '' }),
    // Templates of ours have their styles inline already.
    InlineCss: (value, at) => void asFlag(value, at),
    Subject: 'refused',
    HtmlBody: 'refused',
    TextBody: 'refused',
  };
}

/** Which links: those in a text without HTML nobody rewrites here. */
const LINKS = { None: false, HtmlAndText: true, HtmlOnly: true };
/** Those that every server of theirs has. */
const STREAMS: Record<string, string> = {
  outbound: 'transactional',
  transactional: 'transactional',
  broadcast: 'marketing',
  broadcasts: 'marketing',
};

function readTag(draft: Draft, tag: string, at: string): void {
  if (tag === '') return;
  draft.add('tags', slug(tag), at);
  if (slug(tag) !== tag) draft.set('metadata', 'tag', tag, at);
}

const FILE = { filename: 'Name', content: 'Content', contentType: 'ContentType', contentId: 'ContentID' };

function readAttachments(draft: Draft, value: unknown, at: string): void {
  for (const [index, one] of asList(value, at).entries()) {
    const file: Record<string, unknown> = {};
    readFields(one, `${at}.${index}`, {
      Name: (name) => (file.filename = name),
      Content: (content) => (file.content = unfolded(content)),
      ContentType: (type) => (file.contentType = type),
      ContentID: (id, place) => {
        if (id !== '') file.contentId = asText(id, place).replace(/^cid:/i, '');
      },
      // Told by their .NET client, of a file that it read itself.
      ContentLength: () => undefined,
    });
    draft.add('attachments', file, `${at}.${index}`, FILE);
  }
}
