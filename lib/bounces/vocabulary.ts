/** What a mail that came back is. */
export const BOUNCE_CLASSES = [
  'hard',
  'soft',
  'complaint',
  'auto_reply',
  'human_reply',
  'delivered',
  'unknown',
] as const;
export type BounceClass = (typeof BOUNCE_CLASSES)[number];

/** Whose it is. `ours`: our domain, address, authentication or reputation. `quota`: too much or too fast. */
export const BOUNCE_CAUSES = [
  'recipient',
  'mailbox_full',
  'ours',
  'content',
  'quota',
  'network',
  'unknown',
] as const;
export type BounceCause = (typeof BOUNCE_CAUSES)[number];

/** What was done: as `applyEvents` tells it; `no_recipient`: of whom it speaks is not clear; `nothing`: it tells of no delivery. */
export const BOUNCE_EFFECTS = [
  'noted',
  'repeated',
  'no_message',
  'no_recipient',
  'nothing',
  'would_be_noted',
] as const;
export type Effect = (typeof BOUNCE_EFFECTS)[number];
