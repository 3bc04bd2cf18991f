import { headers } from 'next/headers';
import type { z } from 'zod';
import { checkSecondFactor } from '@/lib/auth/second-factor/required';
import { actorOf, readSession } from '@/lib/auth/session';
import { type Context, requireConfirmed } from '@/lib/context';
import { AppError, type ErrorCode, type FieldError } from '@/lib/errors';
import { isConfirmed, type Permission } from '@/lib/permissions';
import type { Refusal } from '@/lib/refusals';
import { checkMay } from './check-may';
import { clientAddress } from './client-address';
import { ACCESS } from './handle';
import { parseInput } from './parse-input';
import { checkPlain } from './plain-input';
import { toAppError } from './problem';
import { requestIdOf } from './request-id';

export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      error: { code: ErrorCode; detail: string; errors?: FieldError[]; reason?: Refusal; requestId: string };
    };

/** `confirm`: whether it must still be they, where what they may does not say so. `beforeSecondFactor`: also for who has yet to set up the second factor that the role needs. */
type ActionAccess = { may: Permission; confirm?: boolean; beforeSecondFactor?: true };

/** A server action: who is signed in, may they, is it still they, parse, call one verb. Expected failures come back as values for the form. */
export function action<Input, Output>(
  access: ActionAccess,
  schema: z.ZodType<Input>,
  verb: (ctx: Context, input: Input) => Promise<Output>,
): (input: z.input<z.ZodType<Input>>) => Promise<ActionResult<Output>> {
  const run = async (input: unknown): Promise<ActionResult<Output>> => {
    const requestId = requestIdOf(await headers());
    try {
      const ctx = await authorizedContext(access, requestId);
      if (access.confirm ?? isConfirmed(access.may)) requireConfirmed(ctx);
      checkPlain(input);
      const parsed = parseInput(schema, input);
      return { ok: true, data: await verb(ctx, parsed) };
    } catch (error) {
      const { code, detail, options } = toAppError(error, requestId);
      const { errors, reason } = options;
      return { ok: false, error: { code, detail, errors, reason, requestId } };
    }
  };
  return Object.assign(run, { [ACCESS]: access });
}

async function authorizedContext(
  { may, beforeSecondFactor }: ActionAccess,
  requestId: string,
): Promise<Context> {
  const incoming = await headers();
  const user = await readSession(incoming);
  if (!user) throw new AppError('unauthorized', 'Sign in again.');
  if (!beforeSecondFactor) checkSecondFactor(user);
  checkMay(user.role, may);
  return {
    actor: actorOf(user),
    companyId: user.companyId,
    requestId,
    ip: clientAddress(incoming),
    locale: user.language,
  };
}
