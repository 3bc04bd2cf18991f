import type { Channel, Prepared, Stored, Surroundings } from '@/lib/channels/channel';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import { eachApart, testTo, toOne } from '@/lib/channels/one-recipient';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { readPhone } from '@/lib/channels/sms/phone-number';
import { PhoneNumber } from '@/lib/channels/sms/sms';
import { invalid } from '@/lib/errors';
import { whatsappForm } from './form';
import type { OutgoingWhatsApp } from './outgoing-whatsapp';
import { BoundTemplates, MAX_FILE_BYTES, WhatsAppMessage, WhatsAppTemplate } from './schema';

/** Where the approved template of a message is kept, in JSON, among its headers: it has no others. */
const TEMPLATE = 'WhatsApp-Template';
/** And those that stand for the template of ours it is made with, by provider. */
const BOUND = 'WhatsApp-Bound';

export const whatsapp: Channel<WhatsAppMessage, OutgoingWhatsApp> = {
  name: 'whatsapp',
  input: WhatsAppMessage,
  form: whatsappForm,
  limits: { maxBytes: MAX_FILE_BYTES },
  address: { schema: PhoneNumber, toCompare: (number) => number, rule: PhoneNumber },
  // The account has one number that sends.
  needsSender: false,
  rings: true,
  apart: eachApart,
  prepare: async (input, around) => prepareWhatsApp(input, around),
  toOutgoing: (message, _sender, attachments) => toOutgoing(message, attachments),
  testMessage: (_sender, to) => testTo(to, 'Relevo: this provider can send by WhatsApp.'),
  cargoOf: ({ recipients }, sizeBytes) => ({ sizeBytes, recipients: recipients.length }),
};

/** @throws AppError validation_failed for a number that cannot have WhatsApp */
function prepareWhatsApp(
  { to, text, whatsappTemplate, bound }: WhatsAppMessage & Pick<ParsedMessage, 'bound'>,
  { country }: Surroundings,
): Prepared {
  const phone = readPhone([to].flat()[0]!, country);
  if (!phone.ok) throw invalid('to', phone.flaw);
  return {
    sender: null,
    subject: null,
    recipients: [{ kind: 'to', address: phone.number, status: 'waiting' }],
    ...(text !== undefined && { text: text.normalize('NFC') }),
    cargo: null,
    replyTo: null,
    headers: headersOf({
      ...(whatsappTemplate && { [TEMPLATE]: whatsappTemplate }),
      ...(bound && { [BOUND]: bound }),
    }),
    tracking: null,
  };
}

function headersOf(kept: Record<string, unknown>): Record<string, string> | null {
  const entries = Object.entries(kept).map(([name, value]) => [name, JSON.stringify(value)]);
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}

function toOutgoing(message: Stored, [file]: OutgoingAttachment[]): OutgoingWhatsApp {
  const { text, headers } = message;
  const [kept, bound] = [headers?.[TEMPLATE], headers?.[BOUND]];
  return {
    ...toOne(message),
    ...(text && { text }),
    ...(kept && { template: WhatsAppTemplate.parse(JSON.parse(kept)) }),
    ...(bound && { bound: BoundTemplates.parse(JSON.parse(bound)) }),
    ...(file && { file }),
  };
}
