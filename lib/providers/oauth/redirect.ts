import { publicUrl } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { comesFromOwnPage } from '@/lib/http/own-page';

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

/** A link on somebody else's page must not begin it. Whoever hides where a link was cannot be told. @throws AppError forbidden */
export function requireOwnPage(request: Request): void {
  if (comesFromOwnPage((name) => request.headers.get(name)) === false)
    throw new AppError('forbidden', 'This request did not come from the panel.');
}
