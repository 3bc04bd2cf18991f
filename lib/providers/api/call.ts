import type { RecipientOutcome } from '@/lib/channels/results';
import type { OutboundReply, OutboundRequest } from '@/lib/outbound/safe-fetch';

/** What a refusal of the API means; undefined falls back to what its HTTP status means. */
export type Verdict = Pick<
  RecipientOutcome,
  'fault' | 'permanent' | 'declined' | 'quota' | 'pace' | 'retryAfterMs'
>;

/** `unknown`: it may be on its way all the same; `accepted`: a refusal to take it twice. */
export type Judgement = Verdict | 'unknown' | 'accepted';

export type Outcome = Omit<RecipientOutcome, 'address'>;

/** The provider's own words and code for a refusal. */
export type Explanation = { code?: string; text: string };

export type ApiCall = Omit<OutboundRequest, 'signal' | 'timeoutMs'> & {
  timeoutMs: number;
  /** The provider's id for the message, out of a 2xx answer. */
  messageId: (reply: OutboundReply) => string | undefined;
  /** Is this 2xx answer the API's own? Default: it comes with that id. */
  accepts?: (reply: OutboundReply) => boolean;
  explain: (reply: OutboundReply) => Explanation;
  /** Whatever this API says is JSON: a refusal in other words is of something that stands before it, and tells nothing of the message. */
  speaks?: 'json';
  /** Asked about every answer of the API's own, so that a 2xx can be a refusal too. */
  classify?: (reply: OutboundReply) => Judgement | undefined;
  /** The recipients that a 2xx answer leaves out. */
  leftOut?: (reply: OutboundReply) => string[];
  /** The recipients that a refusal points at, where it does so other than by their addresses. */
  pointedAt?: (reply: OutboundReply) => string[];
};
