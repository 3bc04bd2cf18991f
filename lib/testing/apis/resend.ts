import addressparser from 'nodemailer/lib/addressparser';
import { expect } from 'vitest';
import { z } from 'zod';
import { RESEND_REFUSES } from '@/lib/providers/email/file-types';
import type { ApiCallSeen } from '../api-server';

export const KEY = 're_contract_0123456789abcdef';

/** `email@example.com` or `Name <email@example.com>`: one address each, and of a name only a sender's may be quoted. */
const mailbox = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => addressparser(text, { flatten: true }))
    .pipe(z.tuple([z.object({ name: z.string(), address: z.email() })]))
    .transform(([{ address }]) => address);
const sender = mailbox(/^(("[^\r\n]+"|[^",;:<>()@\r\n]+) <\S+@\S+>|\S+@\S+)$/);
const person = mailbox(/^([^",;:<>()@\r\n]+ <\S+@\S+>|\S+@\S+)$/);
const people = z.array(person).min(1).max(50);

/** `POST /emails` as documented; nothing else is taken. */
const Email = z.strictObject({
  from: sender,
  to: people,
  cc: people.optional(),
  bcc: people.optional(),
  reply_to: people.optional(),
  subject: z.string().min(1),
  html: z.string().min(1).optional(),
  // Empty: none is to be made of the HTML.
  text: z.string().optional(),
  headers: z.record(z.string(), z.string().regex(/^[ -~]*$/)),
  attachments: z
    .array(
      z.strictObject({
        filename: z
          .string()
          .refine((name) => !RESEND_REFUSES.includes(name.split('.').at(-1)!.toLowerCase())),
        content: z.base64().min(1),
        content_type: z.string().optional(),
        // "Must be less than 128 characters."
        content_id: z.string().max(127).optional(),
      }),
    )
    .optional(),
  // 75 of them: https://github.com/namuh-eng/opensend/issues/243, after its documents.
  tags: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]{1,256}$/),
        value: z.string().regex(/^[\w-]{1,256}$/),
      }),
    )
    .max(75),
});

export function readSend(call: ApiCallSeen) {
  expect(call).toMatchObject({ method: 'POST', path: '/emails' });
  expect(call.headers).toMatchObject({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' });
  expect(call.headers['idempotency-key']).toMatch(/^[\x21-\x7e]{1,256}$/);
  const body = JSON.parse(call.body.toString('utf8')) as z.input<typeof Email>;
  const mail = Email.parse(body);
  return { to: [mail.to, mail.cc ?? [], mail.bcc ?? []].flat(), mail, body };
}
