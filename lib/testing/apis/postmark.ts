import addressparser from 'nodemailer/lib/addressparser';
import { expect } from 'vitest';
import { z } from 'zod';
import { POSTMARK_REFUSES } from '@/lib/providers/email/file-types';
import type { ApiCallSeen } from '../api-server';

export const TOKEN = '6f1c2d3e-server-token-of-the-contract';

/** https://postmarkapp.com/support/article/what-regex-does-postmark-use: no `?`, no letters beyond ASCII, no dots at the ends or together. */
const MAILBOX = /^(?!\.)(?!.*\.\.)(?!.*\.@)[a-z0-9.!#$%&'`*+\-/=^_{}|~]+@(\.?[a-zA-Z0-9-])+$/i;

const mailboxes = z
  .string()
  .transform((text) => addressparser(text, { flatten: true }))
  .pipe(z.array(z.object({ name: z.string(), address: z.string().regex(MAILBOX) })).min(1));
const oneMailbox = mailboxes.refine((list) => list.length === 1);

/** "TextBody and HtmlBody can each be up to 5 MB." */
const body = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= 5 * 1024 * 1024);

const common = {
  From: oneMailbox,
  To: mailboxes,
  Cc: mailboxes.optional(),
  Bcc: mailboxes.optional(),
  ReplyTo: mailboxes.optional(),
  Headers: z.array(
    z.strictObject({ Name: z.string().regex(/^[!-9;-~]+$/), Value: z.string().regex(/^[ -~]*$/) }),
  ),
  Attachments: z.array(
    z.strictObject({
      Name: z.string().refine((name) => !POSTMARK_REFUSES.includes(name.split('.').at(-1)!.toLowerCase())),
      Content: z.base64(),
      ContentType: z.string().regex(/^[\w.+-]+\/[\w.+-]+/),
      ContentID: z
        .string()
        .regex(/^cid:[!-~]+$/)
        .optional(),
    }),
  ),
  Tag: z.string().max(1000).optional(),
  Metadata: z
    .record(z.string().max(20), z.string().max(80))
    .refine((metadata) => Object.keys(metadata).length <= 10)
    .refine(
      (metadata) =>
        new Set(Object.keys(metadata).map((key) => key.toLowerCase())).size === Object.keys(metadata).length,
    ),
  MessageStream: z.string().optional(),
};

/** `POST /email` as documented; nothing else is taken. */
const Email = z.strictObject({
  ...common,
  Subject: z.string().min(1).max(2000),
  HtmlBody: body.optional(),
  TextBody: body.optional(),
});

/** "The message body cannot be empty": https://postmarkapp.com/support/article/1180-what-does-errorcode-300-mean */
const WithBody = Email.refine(
  ({ HtmlBody: html, TextBody: text }) => html !== undefined || text !== undefined,
);

/** `POST /email/withTemplate`: "Neither 'TextBody', 'HtmlBody', or 'Subject' may be specified" (1123). */
const WithTemplate = z
  .strictObject({
    ...common,
    TemplateId: z.int().optional(),
    TemplateAlias: z.string().min(1).optional(),
    TemplateModel: z.record(z.string(), z.unknown()),
  })
  .refine(({ TemplateId: id, TemplateAlias: alias }) => (id === undefined) !== (alias === undefined));

export function readSend(call: ApiCallSeen) {
  return readAs(WithBody, '/email', call);
}

export function readTemplateSend(call: ApiCallSeen) {
  return readAs(WithTemplate, '/email/withTemplate', call);
}

function readAs<Mail extends z.ZodType<z.output<z.ZodObject<typeof common>>>>(
  schema: Mail,
  path: string,
  call: ApiCallSeen,
) {
  expect(call).toMatchObject({ method: 'POST', path });
  expect(call.headers).toMatchObject({
    'x-postmark-server-token': TOKEN,
    'content-type': 'application/json',
    accept: 'application/json',
  });
  const mail = schema.parse(JSON.parse(call.body.toString('utf8')));
  const to = [mail.To, mail.Cc ?? [], mail.Bcc ?? []].flat().map(({ address }) => address);
  expect(to.length).toBeLessThanOrEqual(50);
  return { to, mail };
}
