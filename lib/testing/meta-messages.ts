import { expect } from 'vitest';
import { z } from 'zod';
import type { ApiCallSeen } from './api-server';

/** What a test sends by. */
export const META = { token: 'EAAG-planted-token-of-meta', phone: '106540352242922' };

const Parameter = z.strictObject({
  type: z.literal('text'),
  parameter_name: z.string().optional(),
  text: z.string().min(1),
});
const Media = z.strictObject({
  id: z.string(),
  filename: z.string().optional(),
  caption: z.string().optional(),
});
/** As its reference has it: a field beyond these, or none of them, fails here. */
const Sent = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z.string().regex(/^\d{8,15}$/),
  biz_opaque_callback_data: z.uuid(),
  type: z.enum(['text', 'template', 'document', 'image']),
  text: z.strictObject({ body: z.string().max(4096), preview_url: z.boolean() }).optional(),
  document: Media.optional(),
  image: Media.optional(),
  template: z
    .strictObject({
      name: z.string().min(1),
      language: z.strictObject({ code: z.string() }),
      components: z
        .array(
          z.union([
            z.strictObject({ type: z.literal('body'), parameters: z.array(Parameter) }),
            z.strictObject({
              type: z.literal('header'),
              parameters: z.array(z.strictObject({ type: z.literal('document'), document: Media })),
            }),
          ]),
        )
        .optional(),
    })
    .optional(),
});

/** Throws for whatever Meta's reference does not have. */
export function readMetaSend({ method, path, headers, body }: ApiCallSeen) {
  expect([method, path]).toEqual(['POST', `/v25.0/${META.phone}/messages`]);
  expect(headers.authorization).toBe(`Bearer ${META.token}`);
  expect(headers['content-type']).toBe('application/json');
  const sent = Sent.parse(JSON.parse(body.toString()));
  const own = { text: sent.text, template: sent.template, document: sent.document, image: sent.image };
  expect(Object.entries(own).flatMap(([name, part]) => (part ? name : []))).toEqual([sent.type]);
  return sent;
}
