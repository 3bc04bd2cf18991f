import { z } from 'zod';
import { Attachment } from '@/lib/channels/email/schema';
import { checkTemplate, messageFields } from '@/lib/channels/message-fields';
import { flaw } from '@/lib/flaws';
import { isStorableText } from '@/lib/validation';
import { type Chat, slackChat, telegramChat } from './chats';

export const MAX_CHATS = 50;

/** `POST /api/v1/messages` for a chat. */
function messageOf<Name extends string>({
  name,
  address,
  maxText,
  maxFileBytes,
  maxCaption = maxText,
}: Chat<Name>) {
  return z
    .strictObject({
      to: z.union([
        address,
        z
          .array(address)
          .min(1, flaw('recipient_needed'))
          .max(MAX_CHATS, flaw('too_many', { max: MAX_CHATS })),
      ]),
      text: z.string().trim().min(1).max(maxText).refine(isStorableText, flaw('broken_text')).optional(),
      attachments: z
        .array(Attachment)
        .max(maxFileBytes ? 1 : 0, flaw('too_many', { max: maxFileBytes ? 1 : 0 }))
        .default([]),
      ...messageFields,
      channel: z.literal(name),
    })
    .superRefine((message, context) => {
      checkTemplate(message, context);
      if (!message.template && message.text === undefined && message.attachments.length === 0)
        context.addIssue({ code: 'custom', path: ['text'], ...flaw('required') });
      if (message.attachments.length > 0 && (message.text?.length ?? 0) > maxCaption)
        context.addIssue({ code: 'custom', path: ['text'], ...flaw('too_long', { max: maxCaption }) });
    });
}

export const TelegramMessage = messageOf(telegramChat);
export const SlackMessage = messageOf(slackChat);
export type ChatMessage = z.output<typeof TelegramMessage> | z.output<typeof SlackMessage>;
