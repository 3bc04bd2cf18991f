import { z } from 'zod';
import { whyNoHeader } from '@/lib/channels/email/header-names';
import { CompanyRef } from '@/lib/companies/schema';
import { PRIORITIES } from '@/lib/queue/priority';
import { OWN } from '@/lib/routing/labels';
import { isEmailAddress, readMailbox } from '@/lib/text/address';
import { readContentType } from '@/lib/text/content-type';
import { FileBytes } from '@/lib/text/file-bytes';
import { displayName, instant, isStorableText, shortText, singleLine, uniqueList } from '@/lib/validation';
import { RESENDABLE, STATUSES, type Status } from './status';
import { isWaits, WAITS, type Waits } from './waiting';

export const MAX_RECIPIENTS = 50;
/** Content of one message: bodies and decoded attachments. */
export const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
/** The JSON around it: base64 makes a third more. */
export const MAX_JSON_BYTES = 36 * 1024 * 1024;

/** A host without a dot passes here: the settings decide, when the message is accepted. */
const Mailbox = z.strictObject({
  email: z
    .string()
    .refine(
      (value) => isEmailAddress(value, { singleLabel: true }),
      'must be an address like name@example.com',
    ),
  name: displayName(200).optional(),
});

/** `"a@b.c"`, `"Name <a@b.c>"` or `{ email, name }`. */
export const AddressInput = z.union([
  shortText(600).transform((value, context) => {
    const mailbox = Mailbox.safeParse(readMailbox(value));
    if (mailbox.success) return mailbox.data;
    context.addIssue({ code: 'custom', message: 'must be an address like name@example.com' });
    return z.NEVER;
  }),
  Mailbox,
]);
export type AddressInput = z.input<typeof AddressInput>;

const AddressList = z.union([
  AddressInput.transform((address) => [address]),
  z.array(AddressInput).max(MAX_RECIPIENTS),
]);

const Headers = z
  .record(
    z
      .string()
      .regex(/^[!-9;-~]{1,76}$/, { error: 'is not a header name', abort: true })
      .superRefine((name, context) => {
        const message = whyNoHeader(name);
        if (message) context.addIssue({ code: 'custom', message });
      }),
    singleLine(2000),
  )
  .refine((headers) => Object.keys(headers).length <= 50, 'at most 50 headers')
  .refine(
    (headers) =>
      new Set(Object.keys(headers).map((name) => name.toLowerCase())).size === Object.keys(headers).length,
    'must not name a header twice',
  );

/** Base64, read when the message is accepted: here it would be read twice. Of a large body it has been read already. */
const fileContent = z.custom<string | FileBytes>().superRefine((value, context) => {
  if (typeof value !== 'string' && !(value instanceof FileBytes))
    context.addIssue({ code: 'invalid_type', expected: 'string', input: value });
});

const Attachment = z.strictObject({
  filename: displayName(255)
    .refine((name) => !/[/\\]/.test(name), 'must not contain a path')
    .refine((name) => !name.includes('=?'), 'must not contain an encoded word'),
  contentType: shortText(200)
    .refine((text) => readContentType(text) !== null, 'is not a content type')
    .optional(),
  content: fileContent,
  contentId: z
    .string()
    .regex(/^[\w.@+-]{1,200}$/, 'is not a content id')
    .optional(),
});

const body = z.string().min(1).refine(isStorableText, 'must not contain NUL or broken characters');

const tag = z.string().regex(/^[\w.:-]{1,64}$/, 'may have letters, digits, . : _ -');

/** `GET /api/v1/messages/{id}/preview`: with `all` also pictures that other servers keep. */
export const PreviewQuery = z.strictObject({ pictures: z.enum(['inside', 'all']).default('inside') });

/** `POST /api/v1/messages`. */
export const MessageInput = z
  .strictObject({
    to: AddressList.refine((list) => list.length > 0, 'at least one recipient'),
    cc: AddressList.default([]),
    bcc: AddressList.default([]),
    from: AddressInput.optional(),
    replyTo: AddressList.default([]),
    subject: singleLine(998),
    html: body.optional(),
    text: body.optional(),
    headers: Headers.optional(),
    attachments: z.array(Attachment).max(MAX_ATTACHMENTS).default([]),
    priority: z.enum(PRIORITIES).default('normal'),
    category: z.enum(['transactional', 'marketing']).default('transactional'),
    tags: uniqueList(tag, 20).default([]),
    metadata: z
      .record(singleLine(64), shortText(500).refine(isStorableText))
      .refine((entries) => Object.keys(entries).length <= 50, 'at most 50 entries')
      .refine(
        (entries) => !Object.keys(entries).some((key) => OWN.test(key)),
        'keys that begin with relevo_ are for Relevo itself',
      )
      .optional(),
    scheduledAt: instant.optional(),
    expiresAt: instant.optional(),
    /** The same notification is not sent twice: within these hours the sender's first message with this key stands for all. */
    dedupe: z
      .strictObject({
        key: shortText(256).min(1).refine(isStorableText, 'must not contain NUL or broken characters'),
        hours: z.number().int().min(1).max(720),
      })
      .optional(),
    /** Names or ids of the providers that may be used, in order. */
    providers: uniqueList(shortText(80).min(1), 20).min(1).optional(),
    /** Whose it is: id, key or name; null: of none. */
    company: CompanyRef.nullish(),
    channel: z.literal('email').default('email'),
  })
  .superRefine((message, context) => {
    if (!message.html && !message.text)
      context.addIssue({ code: 'custom', path: ['text'], message: 'text or html is needed' });
    if (message.to.length + message.cc.length + message.bcc.length > MAX_RECIPIENTS)
      context.addIssue({
        code: 'custom',
        path: ['to'],
        message: `to, cc and bcc together: at most ${MAX_RECIPIENTS}`,
      });
  });
export type MessageInput = z.input<typeof MessageInput>;
export type ParsedMessage = z.output<typeof MessageInput>;

export const MAX_BATCH = 1000;

/** `POST /api/v1/messages/batch`: each message is judged by itself. */
export const BatchInput = z.strictObject({ messages: z.array(z.unknown()).min(1).max(MAX_BATCH) });

export const RescheduleInput = z.strictObject({ scheduledAt: instant });

/** Of which several may be the same. */
const MAX_STATUSES = 50;

/** `POST /api/v1/messages/resend`. */
export const ResendInput = z.strictObject({
  filter: z
    .strictObject({
      status: uniqueList(z.enum(RESENDABLE), MAX_STATUSES).min(1).default(['parked']),
      provider: z.string().min(1).max(80).optional(),
      to: z.string().max(254).optional(),
      tag: z.string().max(64).optional(),
      company: CompanyRef.optional(),
      since: instant.optional(),
      until: instant.optional(),
    })
    .default({ status: ['parked'] }),
  limit: z.number().int().min(1).max(100_000).default(1000),
  dryRun: z.boolean().default(false),
});

/** `failed`, or several: `failed,bounced`; `waiting` and `later` are what the queue counts so, in whatever state. */
const StatusList = shortText(400)
  .refine(
    (value) => value.split(',').every(isStatus),
    `one or more of ${[...STATUSES, ...Object.keys(WAITS)].join(', ')}`,
  )
  .transform((value) => [...new Set(value.split(','))] as (Status | Waits)[]);

function isStatus(value: string): boolean {
  return (STATUSES as readonly string[]).includes(value) || isWaits(value);
}

export const MessageFilter = z.strictObject({
  /** Words of the subject, of addresses and names, each from its beginning; an address or its beginning; an id. */
  q: z.string().max(200).optional(),
  status: StatusList.optional(),
  to: z.string().max(254).optional(),
  /** A name or an id. */
  provider: z.string().max(80).optional(),
  /** Id, key or name. */
  company: CompanyRef.optional(),
  tag: z.string().max(64).optional(),
  category: z.enum(['transactional', 'marketing']).optional(),
  since: instant.optional(),
  until: instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type MessageFilter = z.output<typeof MessageFilter>;
