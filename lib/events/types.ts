/** Everything that can happen to a message, in the words of the API. Each type is written somewhere; the panel has a sentence for each. */
export const EVENT_TYPES = [
  /** Accepted, and due at once. */
  'queued',
  /** Accepted for a later time, or moved to one. */
  'scheduled',
  /** A provider took it for this recipient. */
  'sent',
  /** A sandbox keeps it; this recipient did not receive it. */
  'captured',
  /** Will be tried again. */
  'deferred',
  /** The recipient's server has it. */
  'delivered',
  'bounced',
  /** The recipient called it unwanted. */
  'complained',
  /** Somebody, or a machine, fetched the picture that tells it; `detail` has which. */
  'opened',
  /** A link in it was followed, by somebody or by a machine. */
  'clicked',
  /** The recipient wants no more of this kind. */
  'unsubscribed',
  /** Somebody answered it, and wrote what `detail` has. */
  'replied',
  /** This recipient is on the list of suppressions, and was not sent to. */
  'suppressed',
  'failed',
  /** Waits: for a provider, a limit, or a person. */
  'parked',
  /** What was parked is due again, as a provider works again. */
  'released',
  /** It may have been accepted, and nobody knows. */
  'uncertain',
  /** Another provider took over. */
  'failover',
  /** Sent by another provider although one may have it already. */
  'second_copy',
  'canceled',
  'resent',
  /** Another message follows from it: to a corrected address, or to all once more. */
  'followed',
  /** The same notification was handed in again, and not sent. */
  'duplicate',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** What a recipient does with a message, or a machine in between. */
export const VISIT_TYPES = ['opened', 'clicked', 'unsubscribed'] as const satisfies EventType[];
export type VisitType = (typeof VISIT_TYPES)[number];

/**
 * What is told of a message that was handed over: by its provider, by a mail that came back, by its own links. `sent`: the provider has
 * taken it; `failed`: it gave it up by itself.
 */
export const TOLD_TYPES = [
  'sent',
  'deferred',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'replied',
  ...VISIT_TYPES,
] as const satisfies EventType[];
export type ToldType = (typeof TOLD_TYPES)[number];
