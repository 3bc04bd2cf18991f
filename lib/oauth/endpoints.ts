import type { OAuthSettings } from './settings';

export type Endpoints = {
  authorizeUrl: string;
  tokenUrl: string;
  scope: string;
  /** What the provider wants to be asked besides the standard. */
  extra: Record<string, string>;
};

/** What is asked for; `connect`: all that the account was set up for. */
export type Purpose = 'connect' | 'send' | 'read';

type Known = {
  /** Of the owner's permission; that of an application itself is for all that it was given. */
  scopes: Record<'send' | 'read', string>;
  more: string;
  itself: string;
  authorizeUrl: string;
  tokenUrl: string;
  extra: Record<string, string>;
};

const MICROSOFT = 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0';

/** As each documents it for SMTP and IMAP; `{tenant}` is Microsoft's directory. */
const KNOWN: Record<'google' | 'microsoft' | 'custom', Known> = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scopes: { send: 'https://mail.google.com/', read: 'https://mail.google.com/' },
    more: '',
    itself: 'https://mail.google.com/',
    // Without these Google gives a refresh token only the first time.
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  microsoft: {
    authorizeUrl: `${MICROSOFT}/authorize`,
    tokenUrl: `${MICROSOFT}/token`,
    scopes: {
      send: 'https://outlook.office.com/SMTP.Send',
      read: 'https://outlook.office.com/IMAP.AccessAsUser.All',
    },
    more: 'offline_access',
    itself: 'https://outlook.office365.com/.default',
    extra: { prompt: 'select_account' },
  },
  custom: {
    authorizeUrl: '',
    tokenUrl: '',
    scopes: { send: '', read: '' },
    more: '',
    itself: '',
    extra: {},
  },
};

/** A permission that nobody gave is not asked for: a service then refuses all of it. */
export function endpointsOf(oauth: OAuthSettings, purpose: Purpose = 'connect'): Endpoints {
  const known = KNOWN[oauth.provider ?? 'custom'];
  const scope = oauth.grant === 'client_credentials' ? known.itself : scopeOf(known, purpose, oauth.reads);
  const inTenant = (url: string) => url.replace('{tenant}', oauth.tenant ?? 'common');
  return {
    authorizeUrl: oauth.authorizeUrl ?? inTenant(known.authorizeUrl),
    tokenUrl: oauth.tokenUrl ?? inTenant(known.tokenUrl),
    scope: oauth.scope ?? scope,
    extra: known.extra,
  };
}

function scopeOf({ scopes, more }: Known, purpose: Purpose, reads = false): string {
  const asked = purpose === 'connect' ? [scopes.send, ...(reads ? [scopes.read] : [])] : [scopes[purpose]];
  return [...new Set([...asked, more])].filter(Boolean).join(' ');
}
