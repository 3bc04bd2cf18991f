import { endpointsOf } from './endpoints';
import { OAuthError, requestToken, type TokenReply } from './request-token';
import type { OAuthSettings } from './settings';

/** A mailbox that signs in with OAuth2: a provider with its settings and opened secrets. */
export type OAuthAccount = {
  id: string;
  version: number;
  oauth: OAuthSettings;
  clientSecret?: string;
  refreshToken?: string;
  purpose: 'send' | 'read';
  /** Some give a new refresh token with each access token. */
  keepRefreshToken: (id: string, before: string, after: string) => Promise<void>;
};

/** A token is renewed this long before it ends, or after half of a shorter life. */
const MARGIN_MS = 5 * 60_000;

type Known = { version: number; token: string; renewAt: number; endsAt: number };

const known = new Map<string, Known>();
const underWay = new Map<string, Promise<string>>();

/** A valid access token, from memory or renewed; whoever asks at the same time gets the same one. @throws OAuthError */
export function accessToken(account: OAuthAccount): Promise<string> {
  const entry = known.get(placeOf(account));
  if (entry?.version === account.version && Date.now() < entry.renewAt) return Promise.resolve(entry.token);
  const key = `${placeOf(account)} ${account.version}`;
  const running = underWay.get(key);
  if (running) return running;
  const renewal = renew(account, entry).finally(() => underWay.delete(key));
  underWay.set(key, renewal);
  return renewal;
}

/** The mail server refused it, whatever its date says; one that was renewed meanwhile stays. */
export function forgetAccessToken(account: Place, token: string): void {
  if (known.get(placeOf(account))?.token === token) known.delete(placeOf(account));
}

type Place = Pick<OAuthAccount, 'id' | 'purpose'>;

function placeOf({ id, purpose }: Place): string {
  return `${id} ${purpose}`;
}

async function renew(account: OAuthAccount, entry: Known | undefined): Promise<string> {
  try {
    const reply = await ask(account);
    remember(account, reply);
    if (reply.refresh_token && account.refreshToken && reply.refresh_token !== account.refreshToken)
      await account.keepRefreshToken(account.id, account.refreshToken, reply.refresh_token);
    return reply.access_token;
  } catch (error) {
    const stillValid = entry?.version === account.version && Date.now() < entry.endsAt;
    if (stillValid && error instanceof OAuthError && error.code === 'EOAUTH2_LATER') return entry.token;
    throw error;
  }
}

function remember(account: OAuthAccount, { access_token: token, expires_in: seconds }: TokenReply): void {
  const lifeMs = seconds * 1000;
  const now = Date.now();
  known.set(placeOf(account), {
    version: account.version,
    token,
    renewAt: now + Math.max(lifeMs - MARGIN_MS, lifeMs / 2),
    endsAt: now + lifeMs,
  });
}

function ask({ oauth, clientSecret, refreshToken, purpose }: OAuthAccount): Promise<TokenReply> {
  const { tokenUrl, scope } = endpointsOf(oauth, purpose);
  const client = { client_id: oauth.clientId, client_secret: clientSecret };
  if (oauth.grant === 'client_credentials')
    return requestToken(tokenUrl, { grant_type: 'client_credentials', ...client, scope });
  if (!refreshToken)
    throw new OAuthError('The account is not connected yet: nobody has signed in', { temporary: false });
  return requestToken(tokenUrl, {
    grant_type: 'refresh_token',
    ...client,
    refresh_token: refreshToken,
    // Google takes the scope of the first consent; Microsoft wants it said again.
    scope: oauth.provider === 'google' ? undefined : scope,
  });
}
