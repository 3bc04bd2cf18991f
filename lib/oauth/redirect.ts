import { publicUrl } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** What is registered at the provider as the redirect URI of the application. */
export function redirectUri(): string {
  return `${publicUrl().replace(/\/+$/, '')}/api/oauth/callback`;
}

/** Nothing of the way is stored or told to the next page: its address holds a code. */
export function redirectTo(location: string): Response {
  return new Response(null, {
    status: 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  });
}

/** A link on somebody else's page must not begin it. Browsers say nothing over plain http, where this cannot be told. @throws AppError forbidden */
export function requireOwnPage(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin')
    throw new AppError('forbidden', 'This request did not come from the panel.');
}
