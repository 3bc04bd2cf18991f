import { expect } from 'vitest';
import { z } from 'zod';
import { BREVO_TAKES } from '@/lib/providers/email/file-types';
import type { ApiCallSeen } from '../api-server';

export const KEY = 'xkeysib-of-the-contract-0123456789';
const address = z.strictObject({ email: z.email(), name: z.string().min(1).max(70).optional() });

/** `POST /v3/smtp/email` as documented, of the fields that need no template; nothing else is taken. */
const SendTransacEmail = z.strictObject({
  sender: address,
  to: z.array(address).min(1),
  cc: z.array(address).min(1).optional(),
  bcc: z.array(address).min(1).optional(),
  replyTo: address.optional(),
  subject: z.string().min(1),
  // "Required when templateId is not provided."
  htmlContent: z.string().min(1),
  textContent: z.string().min(1).optional(),
  headers: z
    .looseObject({ idempotencyKey: z.uuid(), 'X-Mailin-custom': z.string().max(960) })
    // Encoded words too would go out as raw octets: https://anymail.dev/en/stable/esps/brevo/
    .refine((headers) => Object.values(headers).every((value) => /^[ -~]*$/.test(String(value))))
    .refine((headers) => !Object.values(headers).some((value) => String(value).includes('=?'))),
  tags: z.array(z.string()).optional(),
  attachment: z
    .array(
      z.strictObject({
        name: z
          .string()
          .refine((name) => BREVO_TAKES.includes(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '')),
        content: z.base64().min(1),
      }),
    )
    .min(1)
    .optional(),
});

const WithTemplate = SendTransacEmail.omit({ subject: true, htmlContent: true, textContent: true }).extend({
  subject: z.string().min(1).optional(),
  templateId: z.int().min(1),
  // "params is blank": https://github.com/sendinblue/APIv3-nodejs-library/issues/103
  params: z
    .record(z.string(), z.unknown())
    .refine((params) => Object.keys(params).length > 0)
    .optional(),
});

export function readSend(call: ApiCallSeen) {
  const mail = SendTransacEmail.parse(bodyOf(call));
  const to = [mail.to, mail.cc ?? [], mail.bcc ?? []].flat().map(({ email }) => email);
  // "99 per version": https://developers.brevo.com/reference/send-transac-email
  expect(to.length).toBeLessThanOrEqual(99);
  return { to, mail };
}

export function readTemplateSend(call: ApiCallSeen) {
  return { mail: WithTemplate.parse(bodyOf(call)) };
}

function bodyOf(call: ApiCallSeen): unknown {
  expect(call).toMatchObject({ method: 'POST', path: '/v3/smtp/email' });
  expect(call.headers).toMatchObject({ 'api-key': KEY, 'content-type': 'application/json' });
  return JSON.parse(call.body.toString('utf8'));
}
