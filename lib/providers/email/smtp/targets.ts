import type { Targets } from '@/lib/providers/keys/targets';

/** A weaker protection counts as another server: whoever stands between would read what is sent. */
const SERVER = { host: null, port: 587, security: 'starttls', 'tls.verify': true, 'tls.ciphers': null };

const SIGN_IN_SERVICE = {
  'oauth.provider': null,
  'oauth.tenant': null,
  'oauth.authorizeUrl': null,
  'oauth.tokenUrl': null,
};

/** The mail server sees the password, and the access tokens which the other two buy from the sign-in service. */
export const SMTP_TARGETS: Targets = {
  // CRAM-MD5 hides the password from the server that the other methods show it to.
  password: { ...SERVER, auth: 'auto' },
  oauthClientSecret: { ...SERVER, ...SIGN_IN_SERVICE },
  oauthRefreshToken: { ...SERVER, ...SIGN_IN_SERVICE },
};
