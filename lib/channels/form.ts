import type { z } from 'zod';
import type { Cargo } from '@/lib/routing/carries';
import type { DeliverySettings } from '@/lib/settings/schema';

export type RecipientKind = 'to' | 'cc' | 'bcc';
/** What a message may have beside recipients and text. */
export type Part = 'from' | 'replyTo' | 'subject' | 'html' | 'headers' | 'attachments';

/** With what a person composes a message of a channel, in a browser; what is right is for its `input` to say. */
export type ChannelForm = {
  recipients: { kinds: readonly RecipientKind[]; max: number };
  parts: readonly Part[];
  /** Nobody has to be named whom it is from. */
  needsNoSender?: true;
  /** One recipient or sender, as somebody types it. */
  address: z.ZodType<unknown, string>;
  /** Its addresses are those of mailboxes: whether mail can reach them can be told beforehand. */
  isMail?: true;
  /** Of what is typed, the address alone; absent: all of it. */
  bare?(typed: string): string | null;
  /** Takes a pasted list apart; absent: at commas, semicolons and ends of lines. */
  split?(list: string): string[];
  /** As `ChannelAddress` has it. */
  groupOf?(address: string): string;
  /** As far as it can be told of what is half written; absent: its size and recipients say all. */
  cargoOf?(draft: Draft): Cargo;
  /** What its text becomes, where that is paid by parts; absent: no length costs more. */
  inParts?(text: string, settings: Pick<DeliverySettings, 'sms'>): TextInParts;
  /** Of one message: bodies and files together, and how many of these. */
  maxBytes: number;
  maxFiles?: number;
};

/** A message that is being written. */
export type Draft = Partial<Record<RecipientKind | 'replyTo', string[]>> & {
  from?: string;
  subject?: string;
  text?: string;
  html?: string;
  attachments?: { name: string; size: number; type: string; contentId?: string }[];
};

export function splitAtSeparators(list: string): string[] {
  return list.split(/[,;\n\r]+/).flatMap((entry) => entry.trim() || []);
}

export type TextInParts = {
  /** As it is sent. */
  text: string;
  count: number;
  /** More than `max` are refused. */
  max: number;
  /** Characters that still fit without another part. */
  left: number;
  /** What makes it dear, each once. */
  costly: string[];
  /** As it was given and how many parts that would have been; absent: it is sent so. */
  given?: { text: string; count: number };
};
