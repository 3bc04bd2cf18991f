import { isRefused } from '@/lib/auth/throttle-programs';
import type { Actor } from '@/lib/context';
import { safeEqual, sha256 } from '@/lib/crypto/compare';
import { AppError } from '@/lib/errors';
import { isInList } from '@/lib/text/cidr';
import { parseToken } from './format';
import { type Allowance, spend } from './limits';
import { findToken, type KnownToken } from './stored';
import { type Client, noteSecretUse } from './usage';

/** Who has a token, the company that it is bound to, and what is to be said of it beside the answer. */
export type Holder = {
  actor: Extract<Actor, { type: 'token' }>;
  companyId: string | null;
  test?: true;
  /** The secret is one from before a rotation, and works until then. */
  previousUntil?: Date;
  /** Spends so much of the token's limits. @throws AppError rate_limited */
  spend: (requests: number) => Promise<Allowance | undefined>;
};

/** @throws AppError unauthorized, token_revoked, token_expired, token_superseded, address_not_allowed */
export async function verifyToken(token: string, { ip, agent }: Client): Promise<Holder> {
  const parsed = parseToken(token);
  const hash = sha256(token);
  const has = (one: KnownToken) => findSecret(one, hash) !== undefined;
  const known = parsed && (await findToken(parsed.publicId, has, isRefused(ip)));
  const secret = known && findSecret(known, hash);
  if (!known || !secret) throw new AppError('unauthorized', 'The token is missing or wrong.');
  if (!known.row.revokedAt && !isOver(known.row.expiresAt) && isOver(secret.validUntil))
    throw new AppError(
      'token_superseded',
      `This token was rotated, and its old secret ended at ${iso(secret.validUntil)}. Use the new one.`,
    );
  const holder = holderOf(known, ip);
  noteSecretUse(secret.id, { ip, agent });
  return { ...holder, ...(secret.validUntil && { previousUntil: secret.validUntil }) };
}

/**
 * Who showed in another way than by a secret that the token is theirs: by a pair of keys, by a network. Noted as a use of the secret in use,
 * else such a token would look as if nobody needed it. @throws AppError unauthorized, token_revoked, token_expired, address_not_allowed
 */
export async function holderWithoutSecret(publicId: string, { ip, agent }: Client): Promise<Holder> {
  const known = await findToken(publicId, () => true, false);
  if (!known) throw new AppError('unauthorized', `There is no token rlv_${publicId}.`);
  const holder = holderOf(known, ip);
  const inUse = known.secrets.find(({ validUntil }) => validUntil === null);
  if (inUse) noteSecretUse(inUse.id, { ip, agent });
  return holder;
}

function holderOf({ row, allowed }: KnownToken, ip: string | null): Holder {
  if (row.revokedAt) throw new AppError('token_revoked', `This token was revoked at ${iso(row.revokedAt)}.`);
  if (isOver(row.expiresAt))
    throw new AppError('token_expired', `This token ended at ${iso(row.expiresAt)}.`);
  if (allowed && !(ip && isInList(allowed, ip)))
    throw new AppError(
      'address_not_allowed',
      `This token may not be used from ${ip ?? 'an unknown address'}.`,
    );
  const { id, name, scopes, fromDomains, providerIds, companyId, limitMinute, limitDay } = row;
  return {
    actor: { type: 'token', id, label: name, scopes, fromDomains, providerIds },
    companyId,
    ...(row.kind === 'test' && { test: true }),
    spend: (requests) => spend(id, { minute: limitMinute, day: limitDay }, requests),
  };
}

function findSecret({ secrets }: KnownToken, hash: Buffer) {
  return secrets.find((secret) => safeEqual(secret.hash, hash));
}

function isOver(end: Date | null): boolean {
  return end !== null && end.getTime() <= Date.now();
}

function iso(date: Date | null): string {
  return date?.toISOString() ?? '';
}
