import type { Draft } from './draft';

/**
 * A header that the program gives its message. A key against repetitions is ours, not of the mail: it is the one place where every client lets
 * a program put one. Relevo writes the date and the id of a message itself; theirs is kept beside it, to be found by.
 */
export function putHeader(draft: Draft, name: string, value: unknown, theirs: string): void {
  const key = name.toLowerCase();
  if (IDEMPOTENCY.has(key) && typeof value === 'string') draft.idempotencyKey = value.slice(0, 256);
  else if (key === 'message-id') draft.set('metadata', 'message-id', value, theirs);
  else if (!WRITTEN_HERE.has(key)) draft.set('headers', name, value, theirs);
}

const IDEMPOTENCY = new Set(['idempotency-key', 'idempotencykey', 'x-idempotency-key']);
/** Libraries hand them over with the others, and they say nothing that is not said anyway. */
const WRITTEN_HERE = new Set(['date', 'mime-version']);
