import { type AppError, invalid } from '@/lib/errors';
import { decodeBase64 } from '@/lib/text/base64';
import { acceptDrafts } from './accept';
import type { CompatApi, CompatCall } from './api';
import { Draft } from './draft';
import { asList, asObject, asText, type Fields, ignored, readFields, unfolded } from './fields';
import { putHeader } from './headers';
import { addOptions, draftsOfMail } from './raw-mail';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html; its clients read the kind of an error from a header. */
export const ses: CompatApi = {
  name: 'ses',
  signed: true,
  tokenOf: () => '',
  refuse: (error, requestId) => {
    const [status, type] = typeOf(error);
    return Response.json(
      { message: error.detail },
      { status, headers: { 'x-amzn-errortype': type, 'x-amzn-requestid': requestId } },
    );
  },
};

function typeOf({ status, code, errors }: AppError): [number, string] {
  if (code === 'unauthorized') return [403, 'SignatureDoesNotMatch'];
  if (status === 401) return [403, 'UnrecognizedClientException'];
  // Of a sender that is not allowed; else of a key that may not do this.
  if (status === 403) return errors ? [400, 'MessageRejected'] : [403, 'AccessDeniedException'];
  if (status === 429) return [429, 'TooManyRequestsException'];
  if (status === 404) return [404, 'NotFoundException'];
  if (status === 413) return [413, 'RequestEntityTooLargeException'];
  if (status >= 500) return [status, 'InternalServiceErrorException'];
  return [400, 'BadRequestException'];
}

export async function sendSesEmail({ ctx, body, headers, countAs }: CompatCall): Promise<Response> {
  const { drafts, key } = await readSend(body);
  await countAs(drafts.length);
  // The same in each attempt of one call, which its client repeats by itself.
  const attempt = headers.get('amz-sdk-invocation-id');
  const [first] = await acceptDrafts(
    ctx,
    drafts,
    key ?? (attempt ? `ses:${attempt.slice(0, 200)}` : undefined),
  );
  return Response.json({ MessageId: first!.id }, { headers: { 'x-amzn-requestid': ctx.requestId } });
}

type Read = { drafts: Draft[]; key: string | undefined };

async function readSend(body: unknown): Promise<Read> {
  const draft = new Draft();
  for (const [ours, theirs] of [
    ['from', 'FromEmailAddress'],
    ['to', 'Destination'],
    ['subject', 'Content.Simple.Subject'],
    ['text', 'Content.Simple.Body'],
    ['template', 'Content.Template.TemplateName'],
  ] as const)
    draft.name(ours, theirs);
  let raw: { bytes: Buffer } | undefined;
  readFields(body, '', {
    ...requestFields(draft),
    Content: (value, at) => {
      const given = Object.entries(asObject(value, at)).filter(([, one]) => one != null);
      const [[first] = [''], second] = given;
      if (second) throw invalid(`${at}.${second[0]}`, 'not_beside', { other: `${at}.${first}` });
      readFields(value, at, {
        Simple: (simple, place) => readSimple(draft, simple, place),
        Raw: (one, place) => {
          raw = { bytes: dataOf(asObject(one, place).Data, `${place}.Data`) };
        },
        Template: (one, place) => readTemplate(draft, one, place),
      });
    },
  });
  if (raw) return readRaw(raw.bytes, draft);
  if (asObject(body, '').Content == null) throw invalid('Content', 'required');
  if (!draft.input.from && !draft.input.template) throw invalid('FromEmailAddress', 'required');
  return { drafts: [draft], key: draft.idempotencyKey };
}

/**
 * The destination is the envelope, if there is one; else those who stand in the mail get it, blind copies too. Beside a mail `FromEmailAddress`
 * is the sender of the envelope, which Relevo writes itself: whom the mail is from is what it says, and what a token is held to.
 */
async function readRaw(bytes: Buffer, options: Draft): Promise<Read> {
  const { to = [], cc = [], bcc = [] } = options.input;
  const envelope = [to, cc, bcc].flat() as string[];
  const { drafts, idempotencyKey } = await draftsOfMail(bytes, envelope.length > 0 ? envelope : null);
  for (const name of ['from', 'to', 'cc', 'bcc']) delete options.input[name];
  for (const draft of drafts) addOptions(draft, options);
  return { drafts, key: idempotencyKey };
}

function dataOf(value: unknown, at: string): Buffer {
  const bytes = decodeBase64(String(unfolded(asText(value, at))));
  if (!bytes) throw invalid(at, 'base64');
  return bytes;
}

function requestFields(draft: Draft): Fields {
  const addresses = (ours: string) => (value: unknown, at: string) => {
    for (const [index, one] of asList(value, at).entries()) draft.add(ours, one, `${at}.${index}`);
  };
  return {
    FromEmailAddress: (value, at) => draft.put('from', value, at),
    Destination: (value, at) =>
      readFields(value, at, {
        ToAddresses: addresses('to'),
        CcAddresses: addresses('cc'),
        BccAddresses: addresses('bcc'),
      }),
    ReplyToAddresses: addresses('replyTo'),
    EmailTags: (value, at) => {
      for (const [index, one] of asList(value, at).entries()) {
        const { Name, Value } = asObject(one, `${at}.${index}`);
        draft.set('metadata', asText(Name, `${at}.${index}.Name`), Value, `${at}.${index}.Value`);
      }
    },
    // A set of rules of an account that the message does not go by: kept beside it.
    ConfigurationSetName: (value, at) => draft.set('metadata', 'ConfigurationSetName', value, at),
    FromEmailAddressIdentityArn: 'refused',
    FeedbackForwardingEmailAddress: 'refused',
    FeedbackForwardingEmailAddressIdentityArn: 'refused',
    ListManagementOptions: 'refused',
    EndpointId: 'refused',
    TenantName: 'refused',
  };
}

function readSimple(draft: Draft, value: unknown, at: string): void {
  // All of it is Unicode here, whatever the set of characters that it is to go in.
  const text = (ours: string) => (one: unknown, place: string) =>
    readFields(one, place, { Data: (data, where) => draft.put(ours, data, where), Charset: ignored });
  readFields(value, at, {
    Subject: text('subject'),
    Body: (body, place) => readFields(body, place, { Text: text('text'), Html: text('html') }),
    ...partFields(draft),
  });
  draft.input.subject ||= '(no subject)';
}

function readTemplate(draft: Draft, value: unknown, at: string): void {
  readFields(value, at, {
    TemplateName: (name, place) => draft.put('template', name, place),
    TemplateData: (data, place) =>
      draft.put('variables', jsonOf(asText(data, place), place), place, { '*': '' }),
    TemplateArn: 'refused',
    TemplateContent: 'refused',
    ...partFields(draft),
  });
}

function jsonOf(text: string, at: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw invalid(at, 'not_json');
  }
}

const FILE = {
  filename: 'FileName',
  content: 'RawContent',
  contentType: 'ContentType',
  contentId: 'ContentId',
};

function partFields(draft: Draft): Fields {
  return {
    Headers: (value, at) => {
      for (const [index, one] of asList(value, at).entries()) {
        const { Name, Value } = asObject(one, `${at}.${index}`);
        putHeader(draft, asText(Name, `${at}.${index}.Name`), Value, `${at}.${index}`);
      }
    },
    Attachments: (value, at) => {
      for (const [index, one] of asList(value, at).entries()) {
        const file: Record<string, unknown> = {};
        readFields(one, `${at}.${index}`, {
          RawContent: (content) => (file.content = unfolded(content)),
          FileName: (name) => (file.filename = name),
          ContentType: (type) => (file.contentType = type),
          ContentId: (id) => (file.contentId = typeof id === 'string' ? id.replace(/^<|>$/g, '') : id),
          // Shown within the text or beside it is said by its id; how it is encoded is for the way.
          ContentDisposition: ignored,
          ContentTransferEncoding: ignored,
          ContentDescription: ignored,
        });
        draft.add('attachments', file, `${at}.${index}`, FILE);
      }
    },
  };
}
