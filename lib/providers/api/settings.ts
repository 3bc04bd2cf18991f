import { z } from 'zod';

const technical = { technical: true };

/** Where the provider's API is: empty for the provider's own; set for a proxy, a region or a test server. */
export const endpoint = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .optional()
  .meta(technical);

export const timeoutMs = z.number().int().min(1000).max(300_000).default(30_000).meta(technical);

export const apiKey = z.string().min(1).max(10_000);

/** Where to call, without a slash at the end. */
export function baseUrl(set: string | undefined, own: string): string {
  return (set ?? own).replace(/\/+$/, '');
}
