import type { ChannelForm } from '@/lib/channels/form';
import { MAX_PHONES, MAX_SMS_BYTES, WrittenPhone } from './schema';
import { writeSms } from './write-sms';

export const smsForm: ChannelForm = {
  recipients: { kinds: ['to'], max: MAX_PHONES },
  parts: ['from'],
  needsNoSender: true,
  address: WrittenPhone,
  inParts: (text, { sms }) => ({ ...writeSms(text, sms.sparing), max: sms.maxSegments }),
  maxBytes: MAX_SMS_BYTES,
};
