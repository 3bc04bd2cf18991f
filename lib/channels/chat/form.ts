import type { ChannelForm } from '@/lib/channels/form';
import { type Chat, slackChat, telegramChat } from './chats';
import { MAX_CHATS } from './schema';

export const telegramForm = formOf(telegramChat);
export const slackForm = formOf(slackChat);

function formOf({ address, maxText, maxFileBytes }: Chat): ChannelForm {
  return {
    recipients: { kinds: ['to'], max: MAX_CHATS },
    parts: maxFileBytes ? ['attachments'] : [],
    needsNoSender: true,
    address,
    maxBytes: maxFileBytes ?? 4 * maxText,
    maxFiles: 1,
  };
}
