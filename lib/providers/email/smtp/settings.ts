import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { missingOAuth, OAuthSettings } from '@/lib/oauth/settings';
import { emailAddress, HOST_NAME, hostName, matching, singleLine } from '@/lib/validation';

/** A plus and an id of 36 characters follow, of 64 that there may be (RFC 5321, 4.5.3.1.1). */
const MOST_BEFORE_ID = 27;

const technical = { technical: true };

/** Settings of the kind `smtp`; the API contract names them. `technical` fields are hidden in Admin mode. */
export const SmtpSettings = z
  .strictObject({
    preset: z.string().max(40).optional().meta(technical),
    host: hostName,
    port: z.number().int().min(1).max(65535).default(587),
    /** `starttls` requires the upgrade: it never falls back to plain text. */
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    username: singleLine(320).optional(),
    /** `xoauth2` signs in with `oauth` instead of a password. */
    auth: z.enum(['auto', 'plain', 'login', 'cram-md5', 'xoauth2']).default('auto').meta(technical),
    oauth: OAuthSettings.optional().meta(technical),
    /** Where what cannot be delivered comes back to; each message has its own, `bounces+ID@…`. Without it the sender. */
    bounceAddress: emailAddress
      .max(254)
      .refine((address) => address.lastIndexOf('@') <= MOST_BEFORE_ID, flaw('email'))
      .optional()
      .meta(technical),
    /** Whether mails are signed here for domains that have a key: always, never, or where the server is no mailbox service that signs itself. */
    dkim: z.enum(['auto', 'always', 'never']).optional().meta(technical),
    ehloName: matching(HOST_NAME, flaw('host')).max(253).optional().meta(technical),
    tls: z
      .strictObject({
        minVersion: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2'),
        ciphers: singleLine(1000).optional(),
        verify: z.boolean().default(true),
      })
      .optional()
      .meta(technical),
    pool: z
      .strictObject({
        maxConnections: z.number().int().min(1).max(100).default(5),
        maxMessages: z.number().int().min(1).max(100_000).default(100),
        idleMs: z.number().int().min(0).max(600_000).default(30_000),
      })
      .optional()
      .meta(technical),
    timeoutMs: z.number().int().min(1000).max(300_000).default(30_000).meta(technical),
    transcript: z.boolean().default(false).meta(technical),
  })
  .superRefine(requireOAuth);
export type SmtpSettings = z.infer<typeof SmtpSettings>;

export const SmtpSecrets = z.strictObject({
  password: z.string().min(1).max(10_000).optional(),
  oauthClientSecret: z.string().min(1).max(10_000).optional(),
  /** Set by connecting the account in the panel. */
  oauthRefreshToken: z.string().min(1).max(10_000).optional(),
});
export type SmtpSecrets = { password: string; oauthClientSecret: string; oauthRefreshToken: string };

type OAuthPart = { auth: string; username?: string; oauth?: OAuthSettings };

function requireOAuth({ auth, username, oauth }: OAuthPart, ctx: z.core.$RefinementCtx): void {
  if (auth !== 'xoauth2') return;
  if (!username) ctx.addIssue({ code: 'custom', path: ['username'], ...flaw('oauth_needed') });
  for (const path of missingOAuth(oauth))
    ctx.addIssue({ code: 'custom', path: ['oauth', path], ...flaw('oauth_needed') });
}
