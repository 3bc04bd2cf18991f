import { z } from 'zod';
import type { SuppressionCause } from '@/drizzle/suppression-causes';
import { flaw } from '@/lib/flaws';
import type { ReceivedView } from '@/lib/inbound/received/list';
import type { EventRow } from '@/lib/messages/event-schema';
import type { Status } from '@/lib/messages/status';
import type { SuppressionView } from '@/lib/suppressions/schema';
import { shortText } from '@/lib/validation';

/** Longer than any address, and than any id of a service. */
const LONGEST = 320;

/** As somebody types or copies one: with blanks around it, or a phone number with blanks in it. */
export const RecipientAddress = shortText(LONGEST)
  .trim()
  .min(1)
  .transform((typed) => (isPhone(typed) ? typed.replace(/[^\d+]/g, '') : typed.toLowerCase()));

export const RecipientRef = z.strictObject({ address: RecipientAddress });

/**
 * Whose data may be deleted: a whole address, or a phone number as every country writes it (E.164). A word or a number is in many places that
 * are about nobody.
 */
export const ErasableRef = z.strictObject({
  address: RecipientAddress.refine(
    (typed) => isWholeEmail(typed) || /^\+\d{8,15}$/.test(typed),
    flaw('email'),
  ),
});

export function isWholeEmail(typed: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(typed);
}

/** `GET /api/v1/recipients`: the one box. */
export const RecipientSearch = z.strictObject({ q: shortText(LONGEST).trim().min(1) });
export type RecipientSearch = z.output<typeof RecipientSearch>;

/** `GET /api/v1/recipients/{address}/story`. */
export const StoryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.uuid().optional(),
});
export type StoryQuery = z.output<typeof StoryQuery>;

/** As people write one; a code or an id has letters. */
export function isPhone(typed: string): boolean {
  return /^\+?[\d\s().-]{6,32}$/.test(typed) && typed.replace(/\D/g, '').length >= 6;
}

export type FoundRecipient = {
  address: string;
  name: string | null;
  /** The newest message to them among those that match; null: none. */
  message: { id: string; subject: string; status: Status; acceptedAt: string } | null;
  /** Not sent to, for all messages or for some. */
  suppressed: boolean;
};

/** What matters most of a person's story; each has its sentence in `recipients.sentence`. */
export const HEADLINES = [
  'never',
  'on_list_hard_bounce',
  'on_list_soft_bounces',
  'on_list_complaint',
  'on_list_unsubscribe',
  'on_list_manual',
  'address_refused',
  'mailbox_full',
  'deferred',
  'waits_provider',
  'waits_room',
  'uncertain',
  'second_copy',
  'failed',
  'not_sent',
  'complained',
  'scheduled',
  'on_its_way',
  'on_list_partly',
  'captured',
  'canceled',
  'arrived',
  'taken',
  'some_arrived',
] as const;
export type HeadlineCode = (typeof HEADLINES)[number];

/** Who has to do something now. */
export const ACTORS = ['nobody', 'recipient', 'you', 'administrator'] as const;
/** With which button. */
export const NEXT_STEPS = ['lift', 'message', 'providers', 'queue', 'compose', 'waiting'] as const;

export type Headline = {
  code: HeadlineCode;
  actor: (typeof ACTORS)[number];
  next: (typeof NEXT_STEPS)[number] | null;
  /** Since when it is so, or when it happened. */
  since: string | null;
  until: string | null;
  /** Messages that it is about. */
  count: number;
  /** The message that it is about most of all. */
  messageId: string | null;
  provider: string | null;
  /** Of a suppression that stops some messages alone: which. */
  category: string | null;
  /** Words of a person or a server: the reason. */
  said: string | null;
};

/** One that holds for all companies is not for those to lift who are for one alone, and says nothing of where it came from. */
export type StorySuppression = Pick<
  SuppressionView,
  'id' | 'category' | 'reason' | 'code' | 'provider' | 'lastAt' | 'times' | 'until' | 'addedBy' | 'company'
> & {
  cause: SuppressionCause;
  /** It holds for all companies. */
  shared: boolean;
  /** It stops all messages. */
  whole: boolean;
  /** What holds for all is lifted by who looks at all. */
  liftable: boolean;
};

/** What was deleted, and what stays. */
export type ErasedView = {
  messages: number;
  /** Those that still waited for them. */
  canceled: number;
  /** Wishes not to be written to, which stay without the address. */
  suppressions: number;
};

export type StoryEvent = EventRow & { subject: string };

export type StoryView = {
  address: string;
  name: string | null;
  /** What matters, in the language of whoever reads. */
  sentence: string;
  /** Who must do what. */
  advice: string;
  headline: Headline;
  messages: {
    /** As far as they were counted: the newest 200. */
    count: number;
    more: boolean;
    waiting: number;
    arrived: number;
    missed: number;
    firstAt: string | null;
    lastAt: string | null;
  };
  suppressions: StorySuppression[];
  /** What they wrote of their own accord, the newest 20. */
  wrote: ReceivedView[];
  /** The newest first. */
  data: StoryEvent[];
  nextCursor: string | null;
};
