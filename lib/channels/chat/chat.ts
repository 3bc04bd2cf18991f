import type { z } from 'zod';
import type { Channel, Prepared, Stored } from '@/lib/channels/channel';
import type { ChannelForm } from '@/lib/channels/form';
import { eachApart, testTo, toOne } from '@/lib/channels/one-recipient';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { type Chat, slackChat, telegramChat } from './chats';
import { slackForm, telegramForm } from './form';
import type { OutgoingChat } from './outgoing-chat';
import { type ChatMessage, SlackMessage, TelegramMessage } from './schema';

export const telegram = channelOf(telegramChat, telegramForm, TelegramMessage as z.ZodType<ChatMessage>);
export const slack = channelOf(slackChat, slackForm, SlackMessage as z.ZodType<ChatMessage>);

function channelOf(
  { name, address }: Chat,
  form: ChannelForm,
  input: z.ZodType<ChatMessage>,
): Channel<ChatMessage, OutgoingChat> {
  return {
    name,
    input,
    form,
    limits: { maxBytes: form.maxBytes },
    address: { schema: address, toCompare: (to) => to, rule: address },
    // The bot sends, or the app.
    needsSender: false,
    apart: eachApart,
    prepare: async (message) => prepareChat(message),
    toOutgoing: (message, _sender, attachments) => toOutgoing(message, attachments),
    testMessage: (_sender, to) => testTo(to, 'Relevo: this provider can send messages here.'),
    cargoOf: ({ recipients }, sizeBytes) => ({ sizeBytes, recipients: recipients.length }),
  };
}

function prepareChat({ to, text }: ChatMessage): Prepared {
  return {
    sender: null,
    subject: null,
    recipients: [{ kind: 'to', address: [to].flat()[0]!, status: 'waiting' }],
    ...(text !== undefined && { text: text.normalize('NFC') }),
    cargo: null,
    replyTo: null,
    headers: null,
    tracking: null,
  };
}

function toOutgoing(message: Stored, [file]: OutgoingAttachment[]): OutgoingChat {
  const { text } = message;
  return { ...toOne(message), ...(text && { text }), ...(file && { file }) };
}
