import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { may } from '@/lib/permissions';
import { permissionOf } from './permission-of';
import type { Scope } from './schema';

/** Nobody gets by a token, made or rotated, what the own role does not allow. @throws AppError forbidden */
export function checkGrantable({ actor }: Context, scopes: readonly string[]): void {
  if (actor.type !== 'user') return;
  const beyond = scopes.filter((scope) => !may(actor.role, permissionOf(scope as Scope)));
  if (beyond.length > 0)
    throw new AppError('forbidden', `Your role does not allow what these scopes do: ${beyond.join(', ')}.`);
}
