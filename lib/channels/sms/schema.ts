import { z } from 'zod';
import { checkTemplate, messageFields } from '@/lib/channels/message-fields';
import { flaw } from '@/lib/flaws';
import { isStorableText, matching } from '@/lib/validation';

/** What Twilio takes, the least of those whose limit is known; some ten parts. */
export const MAX_SMS_LENGTH = 1600;
/** Characters of four bytes. */
export const MAX_SMS_BYTES = 4 * MAX_SMS_LENGTH;
/** Numbers of one request, each of which gets a message of its own. */
export const MAX_PHONES = 50;

/** As somebody writes a number; which one is meant depends on the company's country, and is read when the message is accepted. */
export const WrittenPhone = matching(
  /^[+\d(][\d\s().\-/\u00A0\u2010-\u2015]{2,59}$/,
  flaw('looks_like', { example: '+595981234567' }),
);

export const WrittenPhones = z.union([
  WrittenPhone,
  z
    .array(WrittenPhone)
    .min(1, flaw('recipient_needed'))
    .max(MAX_PHONES, flaw('too_many', { max: MAX_PHONES })),
]);

/** A number, a short code, or a name of up to eleven letters, digits and blanks that is not digits alone (3GPP TS 23.040, 9.1.2.5). */
export const SmsSender = matching(
  /^(\+\d{8,15}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/,
  flaw('looks_like', { example: '+595981234567' }),
);

/** `POST /api/v1/messages` for the channel sms. */
export const SmsMessage = z
  .strictObject({
    to: WrittenPhones,
    from: SmsSender.optional(),
    /** Needed, unless a template brings it. */
    text: z.string().trim().min(1).max(MAX_SMS_LENGTH).refine(isStorableText, flaw('broken_text')).optional(),
    ...messageFields,
    channel: z.literal('sms'),
  })
  .superRefine((message, context) => {
    checkTemplate(message, context);
    if (!message.template && message.text === undefined)
      context.addIssue({ code: 'custom', path: ['text'], ...flaw('required') });
  });
export type SmsMessage = z.output<typeof SmsMessage>;
