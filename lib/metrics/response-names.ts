/** What may become of a message after somebody took it. Their order is that of the bits: add at the end. */
export const RESPONSES = [
  /** Somebody's server has it, as its provider told, or as who opened it shows. */
  'delivered',
  /** A recipient's server refused it for good, at once or later. */
  'bounced',
  'complained',
  /** By a person, as far as anybody can tell. */
  'opened',
  'clicked',
  'machineOpened',
  'machineClicked',
  'unsubscribed',
  /** It was sent, and came back as a whole. */
  'returned',
] as const;
export type Response = (typeof RESPONSES)[number];
