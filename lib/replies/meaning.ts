import type { StoredOutcome } from '@/drizzle/schema/attempts';

/** Which part of an SMTP conversation a reply ended; `auth` and before it `session` speak of us, never of a recipient. */
export type Stage = 'session' | 'auth' | 'sender' | 'recipient' | 'data';

/** What a refusal means for the message and for its provider: the part of an outcome that is judged, not told. */
export type Meaning = Pick<StoredOutcome, 'permanent' | 'quota' | 'pace' | 'retryAfterMs'> & {
  fault: NonNullable<StoredOutcome['fault']>;
};
