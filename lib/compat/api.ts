import type { Context } from '@/lib/context';
import type { AppError } from '@/lib/errors';

/** Another provider's API, as far as all of its routes are alike. */
export type CompatApi = {
  name: string;
  /** Its requests are signed, and have no key in them. */
  signed?: true;
  /** Where its clients put the key. `''`: nowhere. */
  tokenOf: (headers: Headers) => string;
  /** A refusal as its clients read it. */
  refuse: (error: AppError, requestId: string) => Response;
};

/** What a route of such an API is asked. */
export type CompatCall<Body = unknown> = {
  ctx: Context;
  body: Body;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Headers;
  /** The request counts as so many; once, with what it has. @throws AppError rate_limited */
  countAs: (messages: number) => Promise<void>;
};

export function bearerOf(headers: Headers): string {
  return (headers.get('authorization') ?? '').replace(/^Bearer\s+/i, '').trim();
}
