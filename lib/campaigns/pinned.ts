import { AppError } from '@/lib/errors';
import type { Published } from '@/lib/templates/find-published';
import { readVersionOf } from '@/lib/templates/rows';

/** A version that was chosen before, whatever became of its template since, but for its deletion. @throws AppError not_found */
export async function readPinned(templateId: string, number: number): Promise<Published> {
  const found = await readVersionOf(templateId, number);
  if (!found) throw new AppError('not_found', `There is no version ${number} of template ${templateId}.`);
  return found;
}
