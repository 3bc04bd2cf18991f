import { z } from 'zod';
import type { Channel, Prepared, Surroundings } from '@/lib/channels/channel';
import { eachApart, testTo, toOne } from '@/lib/channels/one-recipient';
import { invalid } from '@/lib/errors';
import { flaw } from '@/lib/flaws';
import { smsForm } from './form';
import type { OutgoingSms } from './outgoing-sms';
import { readPhone } from './phone-number';
import { MAX_SMS_BYTES, SmsMessage } from './schema';
import { writeSms } from './write-sms';

/** A number in the form in which all of them are kept (E.164). */
export const PhoneNumber = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const phone = readPhone(typed, null);
    if (phone.ok) return phone.number;
    context.addIssue({ code: 'custom', ...flaw(phone.flaw) });
    return z.NEVER;
  });

export const sms: Channel<SmsMessage, OutgoingSms> = {
  name: 'sms',
  input: SmsMessage,
  form: smsForm,
  limits: { maxBytes: MAX_SMS_BYTES },
  address: { schema: PhoneNumber, toCompare: (number) => number, rule: PhoneNumber },
  // The provider's settings may name a number, a service or a name of its own.
  needsSender: false,
  rings: true,
  apart: eachApart,
  prepare: async (input, around) => prepareSms(input, around),
  toOutgoing: (message, sender) => ({
    ...toOne(message),
    ...(sender && { from: sender.address }),
    text: message.text ?? '',
  }),
  testMessage: (sender, to) => ({
    ...testTo(to, 'Relevo: this provider can send text messages.'),
    ...(sender && { from: sender.address }),
  }),
  cargoOf: ({ recipients }, sizeBytes) => ({ sizeBytes, recipients: recipients.length }),
};

/** @throws AppError validation_failed for a number that no text can reach, and for a text of too many parts */
function prepareSms({ to, from, text }: SmsMessage, { country, settings }: Surroundings): Prepared {
  const phone = readPhone([to].flat()[0]!, country);
  if (!phone.ok) throw invalid('to', phone.flaw);
  const written = writeSms(text ?? '', settings.sms.sparing);
  if (written.count === 0) throw invalid('text', 'required');
  const { maxSegments } = settings.sms;
  if (written.count > maxSegments)
    throw invalid('text', 'sms_too_long', { segments: written.count, max: maxSegments });
  return {
    sender: from ? { address: from } : null,
    subject: null,
    recipients: [{ kind: 'to', address: phone.number, status: 'waiting' }],
    text: written.text,
    cargo: { segments: written.count },
    replyTo: null,
    headers: null,
    tracking: null,
  };
}
