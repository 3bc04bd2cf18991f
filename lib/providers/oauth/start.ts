import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import type { Context } from '@/lib/context';
import { AppError, invalid } from '@/lib/errors';
import { endpointsOf } from '@/lib/oauth/endpoints';
import { missingOAuth, OAuthSettings } from '@/lib/oauth/settings';
import { paths } from '@/lib/paths';
import { getProvider } from '@/lib/providers/get';
import { keepPending } from './pending';
import { redirectUri } from './redirect';

export const StartInput = z.strictObject({
  /** Id or name. */
  provider: z.string().min(1).max(80),
  /** The page of the panel to come back to; default: the provider's. */
  back: z.string().max(300).optional(),
});

/**
 * Where to send the browser so that its owner allows Relevo to send with the mailbox: authorisation code with PKCE (RFC 7636).
 * @throws AppError not_found; forbidden without a session; validation_failed when the provider's OAuth2 settings are not complete
 */
export async function startAuthorization(
  ctx: Context,
  { provider: idOrName, back }: z.output<typeof StartInput>,
): Promise<{ url: string }> {
  const sessionId = sessionOf(ctx);
  const { id, name, settings } = await getProvider(ctx, idOrName);
  const oauth = OAuthSettings.parse(settings.oauth ?? {});
  const [missing] = missingOAuth(oauth);
  if (missing) throw invalid(`settings.oauth.${missing}`, 'oauth_needed');
  if (oauth.grant === 'client_credentials')
    throw invalid('settings.oauth.grant', 'oauth_by_itself', { provider: name });
  const verifier = randomBytes(32).toString('base64url');
  const page = back === undefined ? paths.provider(id) : safeCallbackUrl(back);
  const { authorizeUrl, scope, extra } = endpointsOf(oauth);
  const state = await keepPending({ sessionId, providerId: id, verifier, settings, back: page });
  const url = new URL(authorizeUrl);
  const query = {
    response_type: 'code',
    client_id: oauth.clientId!,
    redirect_uri: redirectUri(),
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(typeof settings.username === 'string' && { login_hint: settings.username }),
    ...extra,
  };
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return { url: url.toString() };
}

/** A token has no browser to come back with. @throws AppError forbidden */
export function sessionOf({ actor }: Context): string {
  if (actor.type !== 'user')
    throw new AppError('forbidden', 'Only a person in the panel can connect an account.');
  return actor.sessionId;
}
