import type { ChannelForm } from '@/lib/channels/form';
import { MAX_SMS_BYTES, WrittenPhone } from './schema';

export const smsForm: ChannelForm = {
  recipients: { kinds: ['to'], max: 1 },
  parts: ['from'],
  address: WrittenPhone,
  maxBytes: MAX_SMS_BYTES,
};
