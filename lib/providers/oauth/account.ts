import type { OAuthAccount } from '@/lib/oauth/access-token';
import type { OAuthSettings } from '@/lib/oauth/settings';
import { keepRefreshToken } from './keep-refresh-token';

type Config = {
  id: string;
  version: number;
  settings: { oauth?: OAuthSettings };
  secrets: { oauthClientSecret?: string; oauthRefreshToken?: string };
};

/** The account with which a provider signs in by OAuth2, for what it is used now. */
export function accountOf(
  { id, version, settings, secrets }: Config,
  purpose: OAuthAccount['purpose'],
): OAuthAccount {
  return {
    id,
    version,
    purpose,
    oauth: settings.oauth ?? {},
    clientSecret: secrets.oauthClientSecret,
    refreshToken: secrets.oauthRefreshToken,
    keepRefreshToken,
  };
}
