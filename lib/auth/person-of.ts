import type { Actor, Context } from '@/lib/context';
import { AppError } from '@/lib/errors';

export type Person = Extract<Actor, { type: 'user' }>;

/** Verbs about "my account" need a person. @throws AppError forbidden */
export function personOf(ctx: Context): Person {
  if (ctx.actor.type !== 'user') throw new AppError('forbidden', 'Only a person has an account.');
  return ctx.actor;
}
