import type { Status } from '@/lib/messages/status';

/** The answer to a message that was accepted. */
export type Accepted = {
  id: string;
  status: Status;
  /** Of a request for several recipients on a channel whose messages have one: all that were made, in order; `id` is the first. */
  ids?: string[];
  /** In how many parts it goes, where the channel pays by parts. */
  segments?: number;
  /** The id and the present status are those of an earlier message with the same de-duplication key; nothing new was stored. */
  deduplicated?: true;
  /** An answer given before, to the same idempotency key. */
  replayed?: true;
};
