import { checkSecondFactor } from '@/lib/auth/second-factor/required';
import { actorOf, readSession } from '@/lib/auth/session';
import { countRefusal } from '@/lib/auth/throttle-programs';
import { localeFor } from '@/lib/companies/locale-for';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { negotiateLocale } from '@/lib/i18n/locales';
import type { Allowance } from '@/lib/tokens/limits';
import type { Client } from '@/lib/tokens/usage';
import { type Holder, verifyToken } from '@/lib/tokens/verify';
import { ATTENDED_HEADER } from './attended-header';
import { clientAddress } from './client-address';
import { limitHeaders } from './limit-headers';
import { comesFromOwnPage } from './own-page';

/** Who asks; and for a token what its answers say beside. */
export type Caller = { ctx: Context; holder?: Holder };

const SAFE_METHODS = new Set(['GET', 'HEAD']);

export function isSafe(request: Request): boolean {
  return SAFE_METHODS.has(request.method);
}

/** A bearer token, else the panel's session; for a session an unsafe method must come from our own pages. @throws AppError 401, 403, 429 */
export async function authenticate(request: Request, requestId: string): Promise<Caller> {
  return countingRefusals(request, () => identify(request, requestId));
}

/** The same for a token alone, wherever in the request it was. @throws AppError 401, 403, 429 */
export function authenticateToken(
  token: string,
  request: Request,
  requestId: string,
): Promise<Required<Caller>> {
  return authenticateWith(request, requestId, (client) => verifyToken(token, client));
}

/** And for who shows in another way that a token is theirs. @throws AppError what `verify` throws; 429 */
export function authenticateWith(
  request: Request,
  requestId: string,
  verify: (client: Client) => Promise<Holder>,
): Promise<Required<Caller>> {
  return countingRefusals(request, () => identifyHolder(verify, request, requestId));
}

/** @throws AppError what `ask` throws, or that its network sent too many that were refused */
async function countingRefusals<T>(request: Request, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AppError) || (error.status !== 401 && error.code !== 'address_not_allowed'))
      throw error;
    throw await countRefusal(error, clientAddress(request.headers));
  }
}

async function identifyHolder(
  verify: (client: Client) => Promise<Holder>,
  { headers }: Request,
  requestId: string,
): Promise<Required<Caller>> {
  const ip = clientAddress(headers);
  const holder = await verify({ ip, agent: headers.get('user-agent') });
  return { ctx: await contextOf(holder, headers, requestId), holder };
}

async function contextOf(
  { actor, companyId, test }: Holder,
  headers: Headers,
  requestId: string,
): Promise<Context> {
  const asked = headers.get('accept-language');
  const locale = await localeFor(companyId, { header: asked, locale: negotiateLocale(asked) });
  return { actor, companyId, ...(test && { test }), requestId, ip: clientAddress(headers), locale };
}

async function identify(request: Request, requestId: string): Promise<Caller> {
  const ip = clientAddress(request.headers);
  const header = request.headers.get('authorization');
  if (header !== null) {
    const token = header.replace(/^Bearer\s+/i, '');
    return identifyHolder((client) => verifyToken(token, client), request, requestId);
  }
  const isUnattended = isSafe(request) && request.headers.get(ATTENDED_HEADER) === '0';
  const user = await readSession(request.headers, isUnattended ? 'unattended' : 'used');
  if (!user) throw new AppError('unauthorized', 'Send an API token: Authorization: Bearer rlv_…');
  if (!isSafe(request) && comesFromOwnPage((name) => request.headers.get(name)) !== true)
    throw new AppError('forbidden', 'This request did not come from the panel.');
  checkSecondFactor(user);
  const { companyId, language } = user;
  return { ctx: { actor: actorOf(user), companyId, requestId, ip, locale: language } };
}

/** What an answer to a token says of the token: how much of its limits is left, and that a secret from before a rotation will end. */
export function tokenHeaders(
  holder: Holder | undefined,
  allowance: Allowance | undefined,
): [string, string][] {
  const until = holder?.previousUntil;
  return [
    ...limitHeaders(allowance),
    // RFC 8594: from then on what was asked for is no longer there.
    ...(until
      ? ([
          ['sunset', until.toUTCString()],
          ['warning', `299 - "This token was rotated: this secret ends at ${until.toISOString()}"`],
        ] satisfies [string, string][])
      : []),
  ];
}
