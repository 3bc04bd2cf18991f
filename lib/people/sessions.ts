import { mutation } from '@/lib/audit/mutation';
import { endSessions } from '@/lib/auth/change-user';
import type { SessionView } from '@/lib/auth/schema';
import { endOne, listSessions } from '@/lib/auth/sessions';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { holdPerson } from './hold';
import { getPerson } from './list';

/** Where somebody is signed in, newest use first. @throws AppError not_found */
export async function listPersonSessions(ctx: Context, ref: string): Promise<{ data: SessionView[] }> {
  const { id } = await getPerson(ctx, ref);
  return { data: await listSessions(id, ctx.actor.type === 'user' ? ctx.actor.sessionId : undefined) };
}

/** Felt with that browser's next request, which is told why. @throws AppError not_found */
export async function endPersonSession(
  ctx: Context,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<void> {
  await mutation(ctx, 'person.end_session', async (tx) => {
    const person = await holdPerson(tx, ctx, id);
    if (!(await endOne(tx, person.id, sessionId, 'administrator'))) throw notFound('session', sessionId);
    return { result: undefined, subjectId: person.id, after: { email: person.email, session: sessionId } };
  });
}

/** All of them: whoever has the password comes in again. @throws AppError not_found */
export async function signPersonOut(
  ctx: Context,
  { id }: { id: string },
): Promise<{ email: string; ended: number }> {
  return mutation(ctx, 'person.sign_out', async (tx) => {
    const { id: userId, email } = await holdPerson(tx, ctx, id);
    const ended = await endSessions(tx, userId, 'administrator');
    return { result: { email, ended }, subjectId: userId, after: { email, ended } };
  });
}
