import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { readThings } from '@/lib/versions/things';
import type { Step } from '../plan';
import type { Present } from '../present';
import { versionOf } from './get';
import { stepsBetween } from './steps';
import { keptThings } from './things';

const MOST = 50;

/** Within the transaction that goes on from there. @throws AppError not_found; changed_meanwhile with what is otherwise by now */
export async function expectVersion(number: number, present: Present): Promise<void> {
  await versionOf(number);
  const steps = stepsBetween(await readThings(number), keptThings(present));
  if (steps.length === 0) return;
  const detail = `It is not as version ${number} has it any more. Look at what was changed, and send the number of the newest version.`;
  throw new AppError('changed_meanwhile', detail, { errors: steps.flatMap(flawsOf).slice(0, MOST) });
}

function flawsOf({ section, company, name, changes }: Step): FieldError[] {
  const place = [company !== null && `companies.${company}`, section, name].filter(Boolean).join('.');
  if (changes.length === 0) return [fieldError(place, 'changed_since')];
  return changes.map(({ path }) => fieldError(`${place}.${path}`, 'changed_since'));
}
