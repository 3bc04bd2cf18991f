import { z } from 'zod';
import { messageFields } from '@/lib/channels/message-fields';
import { flaw } from '@/lib/flaws';
import { isStorableText, matching } from '@/lib/validation';

/** What Twilio takes, the least of those whose limit is known; some ten parts. */
export const MAX_SMS_LENGTH = 1600;
/** Characters of four bytes. */
export const MAX_SMS_BYTES = 4 * MAX_SMS_LENGTH;

/** As somebody writes a number; which one is meant depends on the company's country, and is read when the message is accepted. */
export const WrittenPhone = matching(
  /^[+\d(][\d\s().\-/\u00A0\u2010-\u2015]{2,59}$/,
  flaw('looks_like', { example: '+595981234567' }),
);

/** A number, a short code, or a name of up to eleven letters, digits and blanks that is not digits alone (3GPP TS 23.040, 9.1.2.5). */
export const SmsSender = matching(
  /^(\+\d{8,15}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/,
  flaw('looks_like', { example: '+595981234567' }),
);

/** `POST /api/v1/messages` for the channel sms. */
export const SmsMessage = z.strictObject({
  to: WrittenPhone,
  from: SmsSender.optional(),
  text: z.string().trim().min(1).max(MAX_SMS_LENGTH).refine(isStorableText, flaw('broken_text')),
  ...messageFields,
  channel: z.literal('sms'),
});
export type SmsMessage = z.output<typeof SmsMessage>;
