import type { ToldType } from './types';

/** What a provider sent of its own accord, as it came in: signatures are over these very bytes. Names of headers in lower case. */
export type InboundRequest = { headers: Record<string, string>; body: Uint8Array; receivedAt: Date };

/** What a provider is answered, where it reads answers. */
export type HookAnswer = { contentType: string; body: string };

/**
 * `key`: the sender's name for this very delivery, which is taken once. `reason`: for the log, in words for a technician; whoever sent it is
 * told nothing. `status`: what makes this sender stop; 401 unless told otherwise.
 */
export type Verified = { ok: true; key?: string } | { ok: false; reason: string; status?: number };

/** Why a message did not arrive, in one vocabulary for all providers. */
export const REPORTED_REASONS = [
  /** There is no such address. */
  'invalid',
  /** The provider does not send there any more, for what happened earlier. */
  'suppressed',
  'mailbox_full',
  /** A policy, a list or a reputation: ours or the provider's. */
  'blocked',
  'spam',
  'content',
  'timed_out',
  'other',
] as const;
export type ReportedReason = (typeof REPORTED_REASONS)[number];

export type ReportedDetail = { code?: string; reply?: string; reason?: ReportedReason } & Record<
  string,
  unknown
>;

/**
 * What is said of one recipient of one message, which is named by our id, where the provider gives it back, or by its own; or, of what a
 * person wrote, by whose answer it is: then it is about the last message to them on the provider's channel.
 */
export type ReportedEvent = ({ messageId: string } | { providerMessageId: string } | { answerOf: string }) & {
  /** The provider's own name of the event: the same when it is told again. */
  key: string;
  /** Null: one of several, it does not say which. */
  recipient: string | null;
  type: ToldType;
  /** Null: it does not say when. */
  at: Date | null;
  detail?: ReportedDetail;
};
