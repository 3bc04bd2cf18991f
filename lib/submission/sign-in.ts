import { countRefusal } from '@/lib/auth/throttle-programs';
import { localeFor } from '@/lib/companies/locale-for';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { type Holder, holderWithoutSecret, verifyToken } from '@/lib/tokens/verify';
import { SmtpReply } from './reply';

/**
 * Who hands in, as long as the connection lives. The token is kept to be asked for again: it may be revoked meanwhile. `device`: the public part
 * of that of its network.
 */
export type Submitter = ({ token: string } | { device: string }) & { ip: string };

const SCOPE = 'messages:send';

/** Programs that speak SMTP do not name themselves. */
const AGENT = 'SMTP';

/**
 * The password is an API token that may send; the name is anything. Each refusal reads alike, so that nobody learns which tokens there are.
 * @throws SmtpReply 535, 421 after too many, 454 while the database is away
 */
export async function signIn(password: string, ip: string): Promise<Submitter> {
  const submitter = { token: password.trim(), ip };
  try {
    await holderOf(submitter);
    return submitter;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500)
      throw new SmtpReply(454, '4.7.0 Temporary authentication failure');
    const counted = await countRefusal(error, ip);
    if (counted.code === 'rate_limited') throw new SmtpReply(421, '4.7.0 Too many attempts, try again later');
    throw new SmtpReply(
      535,
      '5.7.8 Authentication credentials invalid: the password is an API token that may send',
    );
  }
}

/** The token as it is now. @throws AppError unauthorized, token_revoked, token_expired, forbidden */
export async function holderOf(submitter: Submitter): Promise<Holder> {
  const client = { ip: submitter.ip, agent: AGENT };
  const holder =
    'device' in submitter
      ? await holderWithoutSecret(submitter.device, client)
      : await verifyToken(submitter.token, client);
  if (!holder.actor.scopes.includes(SCOPE))
    throw new AppError('forbidden', `The token lacks the scope ${SCOPE}.`);
  return holder;
}

export async function contextOf(
  { actor, companyId, test }: Holder,
  ip: string,
  id: string,
): Promise<Context> {
  const locale = await localeFor(companyId, { header: null, locale: 'en' });
  return { actor, companyId, ...(test && { test }), requestId: id, ip, locale };
}
