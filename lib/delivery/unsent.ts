import type { LastAttempt } from './claim';
import type { Work } from './handling';
import { withdrawAttempt } from './withdraw-attempt';

/** Of deliveries that threw; as a rule they are taken up again by this same process. */
const MOST = 10_000;

/** Attempts that this process has written and not handed to their provider: whatever became of them, nothing was sent. */
const unsent = new Set<string>();

export function noteBegun(id: string): void {
  unsent.add(id);
  const [oldest] = unsent;
  if (unsent.size > MOST) unsent.delete(oldest!);
}

/** From here on nobody knows until there is an answer. */
export function noteHandedOver(id: string): void {
  unsent.delete(id);
}

/**
 * The database went away after the attempt had been written and before it was handed over, or its worker died while it waited for a
 * connection: no interruption, and nothing in doubt.
 * @returns false where it may have been sent
 */
export async function withdrawUnsent(
  { workerId, message }: Pick<Work, 'workerId' | 'message'>,
  { id, held = false }: Pick<LastAttempt, 'id'> & { held?: boolean },
): Promise<boolean> {
  const known = unsent.has(id);
  if (!known && !held) return false;
  if (!(await withdrawAttempt({ id, workerId, message, onlyHeld: !known }))) return false;
  unsent.delete(id);
  return true;
}
