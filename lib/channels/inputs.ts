import { z } from 'zod';
import { SlackMessage, TelegramMessage } from './chat/schema';
import { DEFAULT_CHANNEL } from './default-channel';
import { EmailMessage } from './email/schema';
import type { ParsedMessage } from './message-fields';
import { SmsMessage } from './sms/schema';
import { WhatsAppMessage } from './whatsapp/schema';

/** Channel → what may be handed in. Apart from the channels themselves, so that a browser can check a form without their servers' side. */
const BUILT_IN = {
  [DEFAULT_CHANNEL]: EmailMessage,
  sms: SmsMessage,
  whatsapp: WhatsAppMessage,
  telegram: TelegramMessage,
  slack: SlackMessage,
};
const INPUTS = new Map<string, z.ZodType<ParsedMessage>>(Object.entries(BUILT_IN));

/** A message of any channel, for whoever describes what may be handed in; what is handed in is read by the one of its channel. */
export const AnyMessage = z.union(Object.values(BUILT_IN));

/** The schema for what names this channel. One that nobody knows is told so by that of email, which is meant where none is named. */
export function inputOf(message: unknown): z.ZodType<ParsedMessage> {
  const named = (message as { channel?: unknown } | null | undefined)?.channel;
  return (typeof named === 'string' && INPUTS.get(named)) || EmailMessage;
}

export function registerInput(channel: string, input: z.ZodType<ParsedMessage>): void {
  INPUTS.set(channel, input);
}
