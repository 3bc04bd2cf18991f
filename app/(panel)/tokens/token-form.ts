import { z } from 'zod';
import { TokenInput } from '@/lib/tokens/schema';

export const EXPIRIES = ['30', '90', '365', 'never'] as const;

/** The form offers a few lifetimes; the API takes any number of days. */
export const TokenForm = z
  .strictObject({
    name: TokenInput.shape.name,
    scopes: TokenInput.shape.scopes,
    company: TokenInput.shape.company,
    expires: z.enum(EXPIRIES),
  })
  .transform(({ expires, ...rest }): TokenInput => {
    // Blank means for all companies, as the form says, also to somebody who looks at one.
    const input = { ...rest, company: rest.company ?? null };
    return expires === 'never' ? input : { ...input, expiresInDays: Number(expires) };
  });

/** A request that works as it stands, to be pasted into a terminal. */
export function curlExample(baseUrl: string, token: string): string {
  const message = { to: 'you@example.com', subject: 'Hello', text: 'Sent through Relevo.' };
  return [
    `curl ${baseUrl}/api/v1/messages \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${JSON.stringify(message)}'`,
  ].join('\n');
}
