import { z } from 'zod';
import { Attachment } from '@/lib/channels/email/schema';
import { checkTemplate, messageFields } from '@/lib/channels/message-fields';
import { WrittenPhones } from '@/lib/channels/sms/schema';
import { flaw } from '@/lib/flaws';
import { isStorableText, matching, shortText } from '@/lib/validation';

/** Of a text (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages); of a document's caption, fewer. */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
/** What Twilio takes, the least of those whose limit is known. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** A line break, a tab or five blanks in a row are refused there: they become one blank. */
const variable = shortText(MAX_CAPTION)
  .min(1)
  .refine(isStorableText, flaw('broken_text'))
  .overwrite((text) => text.replace(/\s*[\r\n\t]\s*| {4,}/g, ' '));

/** A template that WhatsApp has approved: the only thing that it carries to whoever has not written within 24 hours. */
export const WhatsAppTemplate = z.strictObject({
  /** Its name at Meta, or its `HX…` at Twilio. */
  name: matching(/^[A-Za-z0-9_]{1,512}$/, flaw('letters_and_digits', { others: '_' })),
  /** Exactly as it was approved: `es` is not `es_AR`. */
  language: matching(/^[a-z]{2,3}(_[A-Z]{2})?$/, flaw('looks_like', { example: 'es, es_AR' })).default('es'),
  /** By number, `{ "1": "Ana" }`, or by name. */
  variables: z
    .record(matching(/^\w{1,60}$/, flaw('letters_and_digits', { others: '_' })), variable)
    .default({}),
});
export type WhatsAppTemplate = z.output<typeof WhatsAppTemplate>;

/** By the provider's id. */
export const BoundTemplates = z.record(z.string(), WhatsAppTemplate);

/** `POST /api/v1/messages` for the channel whatsapp. */
export const WhatsAppMessage = z
  .strictObject({
    to: WrittenPhones,
    /** Carried while the person's last message is no older than 24 hours. */
    text: z.string().trim().min(1).max(MAX_TEXT).refine(isStorableText, flaw('broken_text')).optional(),
    /** Instead of the text, or where that may not go. */
    whatsappTemplate: WhatsAppTemplate.optional(),
    /** One document or picture. */
    attachments: z
      .array(Attachment)
      .max(1, flaw('too_many', { max: 1 }))
      .default([]),
    ...messageFields,
    channel: z.literal('whatsapp'),
  })
  .superRefine((message, context) => {
    const { template, text, whatsappTemplate, attachments } = message;
    const issue = (path: string, what: ReturnType<typeof flaw>) =>
      context.addIssue({ code: 'custom', path: [path], ...what });
    checkTemplate(message, context);
    if (!template && text === undefined && !whatsappTemplate && attachments.length === 0)
      issue('text', flaw('required'));
    if (attachments.length > 0 && (text?.length ?? 0) > MAX_CAPTION)
      issue('text', flaw('too_long', { max: MAX_CAPTION }));
  });
export type WhatsAppMessage = z.output<typeof WhatsAppMessage>;
