import { z } from 'zod';
import { singleLine } from '@/lib/validation';

const url = z
  .url({ protocol: /^https?$/, error: 'must look like https://login.example.com/token' })
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
  tenant: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'is not a directory id or domain')
    .optional(),
  authorizeUrl: url,
  tokenUrl: url,
  scope: singleLine(500).optional(),
  grant: z.enum(['refresh_token', 'client_credentials']).optional(),
});
export type OAuthSettings = z.infer<typeof OAuthSettings>;

/** What is missing before anybody can sign in with these, as paths and messages. */
export function missingOAuth(oauth: OAuthSettings = {}): { path: keyof OAuthSettings; message: string }[] {
  const needed: (keyof OAuthSettings)[] = ['provider', 'clientId'];
  if (oauth.grant === 'client_credentials' && oauth.provider === 'microsoft') needed.push('tenant');
  if (oauth.provider === 'custom') {
    needed.push('tokenUrl', 'scope');
    if (oauth.grant !== 'client_credentials') needed.push('authorizeUrl');
  }
  return needed
    .filter((path) => oauth[path] === undefined)
    .map((path) => ({ path, message: 'is needed for signing in with OAuth2' }));
}
