import addressparser from 'nodemailer/lib/addressparser';
import { expect } from 'vitest';
import { z } from 'zod';
import type { ApiCallSeen } from '../api-server';
import { decodeWords } from '../decode-words';

export const KEY = 'key-0123456789abcdef-contract';
export const DOMAIN = 'mg.example.com';
export const AUTHORIZATION = `Basic ${Buffer.from(`api:${KEY}`).toString('base64')}`;

const mailbox = z
  .string()
  .transform((text) => addressparser(text, { flatten: true }))
  .pipe(z.tuple([z.object({ name: z.string(), address: z.email() })]))
  .transform(([{ address, name }]) =>
    name ? { email: address, name: decodeWords(name) } : { email: address },
  );
const once = <Value extends z.ZodType>(value: Value) => z.tuple([value]).transform(([first]) => first);
const file = z.instanceof(File);
const header = /^h:[!-9;-~]+$/;

/** The fields of `/messages` and `/messages.mime` as documented, each with all its values; nothing else is taken. */
const Fields = z.object({
  from: once(mailbox),
  to: z.array(mailbox).min(1).max(1000),
  cc: z.array(mailbox).optional(),
  bcc: z.array(mailbox).optional(),
  subject: once(z.string().min(1)),
  text: once(z.string().min(1)).optional(),
  html: once(z.string().min(1)).optional(),
  attachment: z.array(file).optional(),
  'h:Message-Id': once(z.string().regex(/^<\S+@\S+>$/)),
  'h:Reply-To': once(z.string()).optional(),
  'v:relevo_id': once(z.uuid()),
  'o:tag': z
    .array(z.string().regex(/^[ -~]{1,128}$/))
    .max(10)
    .optional(),
});
const others = once(z.string());
/** "Send options (parameters starting with o:, h:, v:, or t:) are limited to 16KB total". */
const OPTIONS_BYTES = 16 * 1024;
function hasFewOptions(form: object): boolean {
  const options = Object.entries(form).filter(([name]) => /^[ohvt]:/.test(name));
  return (
    Buffer.byteLength(options.map(([name, value]) => name + JSON.stringify(value)).join('')) <= OPTIONS_BYTES
  );
}
/** "Need at least one of 'text' or 'html' parameters specified". */
const hasBody = ({ text, html }: { text?: unknown; html?: unknown }) =>
  text !== undefined || html !== undefined;
const isKnown = (shape: object) => (form: object) =>
  Object.keys(form).every((name) => name in shape || header.test(name) || name.startsWith('v:'));
const Form = Fields.catchall(others).refine(isKnown(Fields.shape)).refine(hasFewOptions).refine(hasBody);

const json = z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
/** https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-templates */
const OfTemplate = Fields.omit({ text: true, html: true }).extend({
  subject: once(z.string().min(1)).optional(),
  template: once(z.string().min(1)),
  't:variables': once(json).optional(),
  't:text': once(z.literal('yes')).optional(),
  inline: z.array(file).optional(),
});
const WithTemplate = OfTemplate.catchall(others).refine(isKnown(OfTemplate.shape));
const MimeForm = z
  .object({
    to: z.array(z.email()).min(1).max(1000),
    message: once(file),
    'v:relevo_id': once(z.uuid()),
    'o:tag': z
      .array(z.string().regex(/^[ -~]{1,128}$/))
      .max(10)
      .optional(),
  })
  .catchall(once(z.string()))
  .refine(hasFewOptions);

async function readFields(call: ApiCallSeen) {
  expect(call.method).toBe('POST');
  expect(call.headers.authorization).toBe(AUTHORIZATION);
  expect(call.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  const form = await new Response(new Uint8Array(call.body), {
    headers: { 'content-type': call.headers['content-type']! },
  }).formData();
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));
}

export async function readTemplateSend(call: ApiCallSeen) {
  expect(call.path).toBe(`/v3/${DOMAIN}/messages`);
  return { mail: WithTemplate.parse(await readFields(call)) };
}

export async function readSend(call: ApiCallSeen) {
  const fields = await readFields(call);
  if (call.path === `/v3/${DOMAIN}/messages.mime`) {
    const form = MimeForm.parse(fields);
    return { to: form.to, raw: Buffer.from(await form.message.arrayBuffer()), form };
  }
  expect(call.path).toBe(`/v3/${DOMAIN}/messages`);
  const mail = Form.parse(fields);
  return { to: [mail.to, mail.cc ?? [], mail.bcc ?? []].flat().map(({ email }) => email), mail };
}
