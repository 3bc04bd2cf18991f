import { expect } from 'vitest';
import { z } from 'zod';
import type { ApiCallSeen } from '../api-server';

export const KEY = 'SG.test-key-of-the-contract.0123456789';
const sender = z.strictObject({ email: z.email(), name: z.string().min(1).optional() });
/** A comma or semicolon in a recipient's name must stand in quotes: https://github.com/sendgrid/sendgrid-python/issues/291 */
const address = z.strictObject({
  email: z.email(),
  name: z
    .string()
    .refine((name) => !/[,;]/.test(name) || /^".*"$/.test(name))
    .optional(),
});

const people = z.strictObject({
  to: z.array(address).min(1),
  cc: z.array(address).min(1).optional(),
  bcc: z.array(address).min(1).optional(),
});

/** "Each email address in the personalization block should be unique between to, cc, and bcc." */
function areUnique({ to, cc = [], bcc = [] }: z.infer<typeof people>): boolean {
  const emails = [...to, ...cc, ...bcc].map(({ email }) => email.toLowerCase());
  return new Set(emails).size === emails.length;
}

/** "You may not override the following headers": twilio/sendgrid-oai, `tsg_mail_v3.json`. */
const RESERVED =
  /^(x-sg-e?id|received|dkim-signature|content-type|content-transfer-encoding|to|from|subject|reply-to|cc|bcc)$/i;

const isUnique = (list: unknown[]) => new Set(list.map((item) => JSON.stringify(item))).size === list.length;

/** "If present, text/plain must be first, followed by text/html". */
const ORDER = ['text/plain', 'text/html', 'text/calendar'];
function isInOrder(parts: { type: string }[]): boolean {
  const places = parts.map(({ type }) => ORDER.indexOf(type.split(';')[0]!));
  return places.every((place, index) => index === 0 || place > places[index - 1]!);
}

/** Mail Send v3 as documented; nothing else is taken. */
const MailSend = z.strictObject({
  from: sender,
  personalizations: z.array(people.refine(areUnique)).length(1),
  reply_to: address.optional(),
  reply_to_list: z.array(address).max(1000).refine(isUnique).optional(),
  subject: z.string().min(1),
  content: z
    .array(
      z.strictObject({
        type: z.string().regex(/^text\/(plain|html|calendar; method=[A-Z]+)$/),
        value: z.string().min(1),
      }),
    )
    .min(1)
    .refine(isInOrder),
  headers: z.record(
    z
      .string()
      .regex(/^[!-9;-~]+$/)
      .refine((name) => !RESERVED.test(name)),
    z.string().regex(/^[ -~]*$/),
  ),
  attachments: z
    .array(
      z.strictObject({
        content: z.base64().min(1),
        filename: z
          .string()
          .min(1)
          .refine((name) => !/[\r\n]/.test(name)),
        type: z
          .string()
          .min(1)
          .refine((type) => !/[;\r\n]/.test(type)),
        disposition: z.enum(['attachment', 'inline']),
        content_id: z
          .string()
          .regex(/^[^;\s]+$/)
          .optional(),
      }),
    )
    .optional(),
  categories: z
    .array(z.string().max(255))
    .max(10)
    .refine((names) => new Set(names).size === names.length)
    .optional(),
  custom_args: z
    .record(z.string(), z.string())
    .refine((args) => Buffer.byteLength(JSON.stringify(args)) <= 10_000),
  mail_settings: z.strictObject({ sandbox_mode: z.strictObject({ enable: z.boolean() }) }).optional(),
});

/** "You can use either the reply_to property or reply_to_list property but not both." */
const isOneReplyTo = (mail: { reply_to?: unknown; reply_to_list?: unknown }) =>
  mail.reply_to === undefined || mail.reply_to_list === undefined;

/**
 * A dynamic template says all of it: "Unless a valid template_id is provided, the content parameter is required", of
 * https://github.com/gpasq/deno-sendgrid/issues/2, and its subject is its own: https://github.com/sendgrid/sendgrid-php/issues/1039
 */
const WithTemplate = MailSend.omit({ subject: true, content: true }).extend({
  personalizations: z
    .array(
      people
        .extend({ dynamic_template_data: z.record(z.string(), z.unknown()).optional() })
        .refine(areUnique),
    )
    .length(1),
  template_id: z.string().regex(/^d-[0-9a-f]{32}$/),
});

export function readSend(call: ApiCallSeen) {
  const mail = MailSend.refine(isOneReplyTo).parse(bodyOf(call));
  const [people] = mail.personalizations;
  const to = [people!.to, people!.cc ?? [], people!.bcc ?? []].flat().map(({ email }) => email);
  return { to, mail };
}

export function readTemplateSend(call: ApiCallSeen) {
  const mail = WithTemplate.refine(isOneReplyTo).parse(bodyOf(call));
  return { mail, data: mail.personalizations[0]!.dynamic_template_data };
}

function bodyOf(call: ApiCallSeen): unknown {
  expect(call).toMatchObject({ method: 'POST', path: '/v3/mail/send' });
  expect(call.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
  return JSON.parse(call.body.toString('utf8'));
}
