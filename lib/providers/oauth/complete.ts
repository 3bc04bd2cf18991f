import { z } from 'zod';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { endpointsOf } from '@/lib/oauth/endpoints';
import { OAuthError, requestToken } from '@/lib/oauth/request-token';
import { OAuthSettings } from '@/lib/oauth/settings';
import { paths } from '@/lib/paths';
import { checkAskedFor } from '@/lib/providers/keys/hold-secrets';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { type Pending, takePending } from './pending';
import { redirectUri } from './redirect';
import { sessionOf } from './start';

/** Providers add parameters of their own, which say nothing to us. */
export const CallbackInput = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(5000).optional(),
  error: z.string().max(200).optional(),
});

/** `expired`: the state is unknown, used, older than ten minutes or of another session. */
export type ConnectOutcome = 'connected' | 'denied' | 'expired' | 'failed';

/** The way back: trades the code for a refresh token and keeps it with the provider's secrets. The page to show tells the outcome as `?oauth=`. */
export async function completeAuthorization(
  ctx: Context,
  { state, code, error }: z.output<typeof CallbackInput>,
): Promise<{ outcome: ConnectOutcome; page: string }> {
  const pending = await takePending(state, sessionOf(ctx));
  if (!pending) return tell('expired', paths.providers());
  if (!code) return tell(error === 'access_denied' ? 'denied' : 'failed', pending.back);
  try {
    const refreshToken = await exchange(pending, code);
    const secrets = { oauthRefreshToken: refreshToken };
    await updateProvider(ctx, { id: pending.providerId, secrets }, pending.settings);
    return tell('connected', pending.back);
  } catch (failure) {
    const isChanged = failure instanceof AppError && failure.code === 'conflict';
    if (!isChanged && !(failure instanceof OAuthError)) throw failure;
    log.warn('an account could not be connected', {
      providerId: pending.providerId,
      reason: failure.message,
    });
    return tell('failed', pending.back);
  }
}

async function exchange({ providerId, verifier, settings: asked }: Pending, code: string): Promise<string> {
  const provider = await loadProvider(providerId);
  if (!provider) throw new OAuthError('The provider was deleted meanwhile', { temporary: false });
  if (provider.problem)
    throw new OAuthError(`The provider cannot be used: ${provider.problem.detail}`, { temporary: false });
  const { settings, secrets } = provider.config;
  const oauth = OAuthSettings.parse(settings.oauth ?? {});
  // A code is as good as the consent it stands for: it goes to the service that was asked, and for the mail server that was named.
  checkAskedFor(provider.row, asked, { oauthRefreshToken: '' });
  const { tokenUrl } = endpointsOf(oauth);
  const { refresh_token: refreshToken } = await requestToken(tokenUrl, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri(),
    client_id: oauth.clientId,
    client_secret: secrets.oauthClientSecret,
    code_verifier: verifier,
  });
  if (!refreshToken) throw new OAuthError('The sign-in service gave no refresh token', { temporary: false });
  return refreshToken;
}

function tell(outcome: ConnectOutcome, page: string) {
  return { outcome, page: `${page}${page.includes('?') ? '&' : '?'}oauth=${outcome}` };
}
