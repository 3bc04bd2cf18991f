import { AppError, type FieldError, fieldError } from '@/lib/errors';
import type { Difference } from './merge';

/** `line`: of the text; null: nobody knows. */
export type Conflict = Difference & { line: number | null };

export async function withLines(
  conflicts: Difference[],
  locate: (errors: FieldError[]) => Promise<FieldError[]>,
): Promise<Conflict[]> {
  const places = await locate(conflicts.map(({ path }) => fieldError(path, 'changed_since')));
  return conflicts.map((conflict, index) => {
    const { line } = places[index]!.params;
    return { ...conflict, line: line === undefined ? null : Number(line) };
  });
}

export function changedBoth(errors: FieldError[]): AppError {
  const detail =
    'Somebody else changed the same since this document began. Look at both, and say which holds.';
  return new AppError('changed_meanwhile', detail, { errors });
}
