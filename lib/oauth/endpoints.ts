import type { OAuthSettings } from './settings';

export type Endpoints = {
  authorizeUrl: string;
  tokenUrl: string;
  scope: string;
  /** What the provider wants to be asked besides the standard. */
  extra: Record<string, string>;
};

type Known = Record<'refresh_token' | 'client_credentials', { scope: string }> & {
  authorizeUrl: string;
  tokenUrl: string;
  extra: Record<string, string>;
};

const MICROSOFT = 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0';

/** As each documents it for SMTP; `{tenant}` is Microsoft's directory. */
const KNOWN: Record<'google' | 'microsoft' | 'custom', Known> = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    refresh_token: { scope: 'https://mail.google.com/' },
    client_credentials: { scope: 'https://mail.google.com/' },
    // Without these Google gives a refresh token only the first time.
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  microsoft: {
    authorizeUrl: `${MICROSOFT}/authorize`,
    tokenUrl: `${MICROSOFT}/token`,
    refresh_token: { scope: 'https://outlook.office.com/SMTP.Send offline_access' },
    client_credentials: { scope: 'https://outlook.office365.com/.default' },
    extra: { prompt: 'select_account' },
  },
  custom: {
    authorizeUrl: '',
    tokenUrl: '',
    refresh_token: { scope: '' },
    client_credentials: { scope: '' },
    extra: {},
  },
};

export function endpointsOf(oauth: OAuthSettings): Endpoints {
  const known = KNOWN[oauth.provider ?? 'custom'];
  const { scope } = known[oauth.grant ?? 'refresh_token'];
  const inTenant = (url: string) => url.replace('{tenant}', oauth.tenant ?? 'common');
  return {
    authorizeUrl: oauth.authorizeUrl ?? inTenant(known.authorizeUrl),
    tokenUrl: oauth.tokenUrl ?? inTenant(known.tokenUrl),
    scope: oauth.scope ?? scope,
    extra: known.extra,
  };
}
