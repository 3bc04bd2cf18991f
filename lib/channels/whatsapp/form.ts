import type { ChannelForm } from '@/lib/channels/form';
import { MAX_PHONES, WrittenPhone } from '@/lib/channels/sms/schema';
import { MAX_FILE_BYTES } from './schema';

export const whatsappForm: ChannelForm = {
  recipients: { kinds: ['to'], max: MAX_PHONES },
  parts: ['attachments'],
  needsNoSender: true,
  address: WrittenPhone,
  maxBytes: MAX_FILE_BYTES,
  maxFiles: 1,
};
