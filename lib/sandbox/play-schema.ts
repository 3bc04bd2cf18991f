import { z } from 'zod';

/** More than a message has recipients. */
const MOST = 1_000;

/** What a sandbox tells of a message that it keeps, as a provider tells it of one that it sent. */
export const Played = z.strictObject({
  /** The id of the row in its inbox: a message may be kept again. */
  capture: z.uuid(),
  event: z.enum(['complaint', 'soft', 'open', 'click', 'unsubscribe', 'late']),
  message: z.uuid(),
  recipient: z.string(),
  at: z.iso.datetime(),
  link: z.string().optional(),
});
export type Played = z.infer<typeof Played>;
/** Of one message: for each of its recipients. */
export const Plays = z.array(Played).max(MOST);

/** What is to happen, so long after the message was kept. */
export type Play = Pick<Played, 'event'> & { afterMs: number };
