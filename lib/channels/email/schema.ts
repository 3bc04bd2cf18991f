import { z } from 'zod';
import { messageFields } from '@/lib/channels/message-fields';
import { isEmailAddress, readMailbox } from '@/lib/text/address';
import { readContentType } from '@/lib/text/content-type';
import { FileBytes } from '@/lib/text/file-bytes';
import { displayName, isStorableText, shortText, singleLine } from '@/lib/validation';
import { whyNoHeader } from './header-names';

export const MAX_RECIPIENTS = 50;
/** Content of one message: bodies and decoded attachments. */
export const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
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

/** `POST /api/v1/messages` for the channel email. */
export const EmailMessage = z
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
    ...messageFields,
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
export type EmailMessage = z.output<typeof EmailMessage>;
