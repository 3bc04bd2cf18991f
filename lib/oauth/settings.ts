import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching, singleLine } from '@/lib/validation';

const url = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .optional();

/**
 * How a mailbox is signed in with OAuth2. `refresh_token`: a person allows it once in the browser; `client_credentials`: the
 * application itself is allowed by the tenant's administrator (Microsoft). Nothing is required here, so that a form may leave it
 * blank: the settings that use it say what they need.
 */
export const OAuthSettings = z.strictObject({
  provider: z.enum(['google', 'microsoft', 'custom']).optional(),
  clientId: singleLine(300).optional(),
  /** Microsoft's directory, by id or domain. */
  tenant: matching(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, flaw('directory'))
    .max(100)
    .optional(),
  authorizeUrl: url,
  tokenUrl: url,
  scope: singleLine(500).optional(),
  grant: z.enum(['refresh_token', 'client_credentials']).optional(),
  /** Whoever connects the account allows its mail to be read as well, for a bounce mailbox. */
  reads: z.boolean().optional(),
});
export type OAuthSettings = z.infer<typeof OAuthSettings>;

/** What is missing before anybody can sign in with these. */
export function missingOAuth(oauth: OAuthSettings = {}): (keyof OAuthSettings)[] {
  const needed: (keyof OAuthSettings)[] = ['provider', 'clientId'];
  if (oauth.grant === 'client_credentials' && oauth.provider === 'microsoft') needed.push('tenant');
  if (oauth.provider === 'custom') {
    needed.push('tokenUrl', 'scope');
    if (oauth.grant !== 'client_credentials') needed.push('authorizeUrl');
  }
  return needed.filter((path) => oauth[path] === undefined);
}
