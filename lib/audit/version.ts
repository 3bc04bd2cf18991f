import { changedFields } from '@/lib/changes';
import { AppError, fieldError } from '@/lib/errors';

/** Somebody saved meanwhile; `explainStale` says what. */
class StaleVersion extends Error {}

/** In the transaction, with the row locked. Without a version the last one to save wins. */
export function checkVersion(given: number | undefined, current: number): void {
  if (given !== undefined && given !== current) throw new StaleVersion();
}

/**
 * Refuses a save that began from an older version, field by field: what it would have overwritten and by what. Read after the
 * transaction, in the shape the caller knows.
 * @throws AppError changed_meanwhile
 */
export async function explainStale<T>(
  work: () => Promise<T>,
  patch: object,
  read: () => Promise<{ version: number }>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    throw changedMeanwhile(patch, await read());
  }
}

/** Of what the caller never read, such as a secret, nothing can be told. */
function changedMeanwhile(patch: object, current: { version: number }): AppError {
  const known = Object.keys(current);
  const given = Object.fromEntries(
    Object.entries(patch).filter(([name]) => known.includes(name) && name !== 'secrets'),
  );
  const now = Object.fromEntries(Object.keys(given).map((name) => [name, current[name as 'version']]));
  const errors = changedFields(now, given)
    .filter(({ after }) => after !== undefined)
    .map(({ path, before: theirs, after: yours }) =>
      fieldError(path, 'changed_meanwhile', { theirs: tell(theirs), yours: tell(yours) }),
    );
  const detail = `Somebody saved meanwhile: it is at version ${current.version} now. Read it again, and send that version.`;
  return new AppError('changed_meanwhile', detail, { errors });
}

function tell(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value ?? null) ?? '');
}
