import { z } from 'zod';
import { checkTemplate, messageFields } from '@/lib/channels/message-fields';
import { flaw } from '@/lib/flaws';
import { isEmailAddress, readMailbox } from '@/lib/text/address';
import { readContentType } from '@/lib/text/content-type';
import { FileBytes } from '@/lib/text/file-bytes';
import { displayName, isStorableText, matching, shortText, singleLine } from '@/lib/validation';
import { whyNoHeader } from './header-names';
import { checkProviderTemplate, ProviderTemplate } from './provider-template';

export const MAX_RECIPIENTS = 50;
/** Content of one message: bodies and decoded attachments. */
export const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
/** A host without a dot passes here: the settings decide, when the message is accepted. */
const Mailbox = z.strictObject({
  email: z.string().refine((value) => isEmailAddress(value, { singleLabel: true }), flaw('email')),
  name: displayName(200).optional(),
});

/** `"a@b.c"`, `"Name <a@b.c>"` or `{ email, name }`. */
export const AddressInput = z.union([
  shortText(600).transform((value, context) => {
    const mailbox = Mailbox.safeParse(readMailbox(value));
    if (mailbox.success) return mailbox.data;
    context.addIssue({ code: 'custom', ...flaw('email') });
    return z.NEVER;
  }),
  Mailbox,
]);
export type AddressInput = z.input<typeof AddressInput>;

const AddressList = z.union([
  AddressInput.transform((address) => [address]),
  z.array(AddressInput).max(MAX_RECIPIENTS),
]);

const HEADER_NAME = /^[!-9;-~]{1,76}$/;

const Headers = z
  .record(
    z
      .string()
      .refine((name) => HEADER_NAME.test(name), { ...flaw('header_name'), abort: true })
      .superRefine((name, context) => {
        const reason = whyNoHeader(name);
        if (reason) context.addIssue({ code: 'custom', ...reason });
      }),
    singleLine(2000),
  )
  .refine((headers) => Object.keys(headers).length <= 50, flaw('too_many_headers', { max: 50 }))
  .refine(
    (headers) =>
      new Set(Object.keys(headers).map((name) => name.toLowerCase())).size === Object.keys(headers).length,
    flaw('header_twice'),
  );

/** Base64, read when the message is accepted: here it would be read twice. Of a large body it has been read already. */
const fileContent = z
  .custom<string | FileBytes>()
  .superRefine((value, context) => {
    if (typeof value !== 'string' && !(value instanceof FileBytes))
      context.addIssue({ code: 'invalid_type', expected: 'string', input: value });
  })
  .meta({ type: 'string', contentEncoding: 'base64' });

export const Attachment = z.strictObject({
  filename: displayName(255)
    .refine((name) => !/[/\\]/.test(name), flaw('file_path'))
    .refine((name) => !name.includes('=?'), flaw('encoded_word')),
  contentType: shortText(200)
    .refine((text) => readContentType(text) !== null, flaw('content_type'))
    .optional(),
  content: fileContent,
  contentId: matching(/^[\w.@+-]{1,200}$/, flaw('content_id')).optional(),
});

const body = z.string().min(1).refine(isStorableText, flaw('broken_text'));

/** `POST /api/v1/messages` for the channel email. */
export const EmailMessage = z
  .strictObject({
    to: AddressList.refine((list) => list.length > 0, flaw('recipient_needed')),
    cc: AddressList.default([]),
    bcc: AddressList.default([]),
    from: AddressInput.optional(),
    replyTo: AddressList.default([]),
    /** Needed, unless a template brings it. */
    subject: singleLine(998).default(''),
    html: body.optional(),
    text: body.optional(),
    headers: Headers.optional(),
    attachments: z.array(Attachment).max(MAX_ATTACHMENTS).default([]),
    /** Its recipients can unsubscribe in one click, as they can from all marketing; one with a `List-Unsubscribe` of its own keeps that. */
    unsubscribe: z.literal(true).optional(),
    /** Whether it is told when it is opened and which links are followed; what is left out the settings decide. */
    tracking: z.strictObject({ opens: z.boolean().optional(), clicks: z.boolean().optional() }).optional(),
    /** Instead of a body: one that a provider keeps. */
    providerTemplate: ProviderTemplate.optional(),
    ...messageFields,
    channel: z.literal('email').default('email'),
  })
  .superRefine((message, context) => {
    checkTemplate(message, context);
    checkProviderTemplate(message, context);
    const isOfTemplate = message.template !== undefined || message.providerTemplate !== undefined;
    if (!isOfTemplate && !message.subject)
      context.addIssue({ code: 'custom', path: ['subject'], ...flaw('required') });
    if (!isOfTemplate && !message.html && !message.text)
      context.addIssue({ code: 'custom', path: ['text'], ...flaw('content_needed') });
    if (message.to.length + message.cc.length + message.bcc.length > MAX_RECIPIENTS)
      context.addIssue({
        code: 'custom',
        path: ['to'],
        ...flaw('too_many_recipients', { max: MAX_RECIPIENTS }),
      });
  });
export type EmailMessage = z.output<typeof EmailMessage>;
