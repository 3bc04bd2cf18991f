import type { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching } from '@/lib/validation';

/** What chats differ in. */
export type Chat<Name extends string = string> = {
  name: Name;
  address: z.ZodType<string, string>;
  maxText: number;
  /** Of a file, and of the text that goes with it; absent: it takes none. */
  maxFileBytes?: number;
  maxCaption?: number;
};

/** A chat's number (of a group below zero), or the name of a public channel: https://core.telegram.org/bots/api#sendmessage */
export const telegramChat: Chat<'telegram'> = {
  name: 'telegram',
  address: matching(
    /^(-?\d{1,20}|@[A-Za-z]\w{3,40})$/,
    flaw('looks_like', { example: '123456789, @channel' }),
  ),
  maxText: 4096,
  maxFileBytes: 20 * 1024 * 1024,
  maxCaption: 1024,
};

/** The id of a channel, group or person, or a channel by its name: https://docs.slack.dev/reference/methods/chat.postMessage */
export const slackChat: Chat<'slack'> = {
  name: 'slack',
  address: matching(
    /^([CDGUW][A-Z0-9]{6,20}|#[\p{Ll}\p{N}_.-]{1,80})$/u,
    flaw('looks_like', { example: 'C024BE91L, #alerts' }),
  ),
  maxText: 4000,
  maxFileBytes: 20 * 1024 * 1024,
};
