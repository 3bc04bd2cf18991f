import { z } from 'zod';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';

const LIMIT_MS = 10_000;
/** RFC 6749 5.1 lets a server leave the life of a token out. */
const DEFAULT_LIFE_SECONDS = 3600;

const TokenReply = z.object({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().positive().default(DEFAULT_LIFE_SECONDS),
  refresh_token: z.string().min(1).max(10_000).optional(),
});
export type TokenReply = z.infer<typeof TokenReply>;

/** No token. `code` says whether trying again later may help; nodemailer keeps it as `originalCode`. */
export class OAuthError extends Error {
  override name = 'OAuthError';
  readonly code: 'EOAUTH2' | 'EOAUTH2_LATER';

  constructor(message: string, { temporary }: { temporary: boolean }) {
    super(message);
    this.code = temporary ? 'EOAUTH2_LATER' : 'EOAUTH2';
  }
}

/** Asks a token endpoint (RFC 6749). The error never repeats what was sent. @throws OAuthError */
export async function requestToken(
  url: string,
  form: Record<string, string | undefined>,
  signal: AbortSignal = AbortSignal.timeout(LIMIT_MS),
): Promise<TokenReply> {
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { status, text } = await safeFetch({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(given).toString(),
    signal,
  }).catch((error: OutboundError) => {
    throw new OAuthError(`The sign-in service cannot be reached: ${error.code}`, {
      temporary: error.reason !== 'blocked',
    });
  });
  if (status !== 200)
    throw new OAuthError(withoutSent(`${status} ${explain(text)}`, given), {
      temporary: status === 429 || status >= 500 || PASSING.includes(errorOf(text)),
    });
  const reply = TokenReply.safeParse(parse(text));
  if (!reply.success)
    throw new OAuthError('The sign-in service answered without a token', { temporary: false });
  return reply.data;
}

/** RFC 6749, 4.1.2.1, for want of a status of their own; Google has one more. Some answer 400 with them. */
const PASSING = ['temporarily_unavailable', 'server_error', 'internal_failure'];

function errorOf(text: string): string {
  return String((parse(text) as { error?: unknown } | undefined)?.error);
}

function explain(text: string): string {
  const { error, error_description: description } = (parse(text) ?? {}) as Record<string, unknown>;
  return [error, description]
    .filter((part) => typeof part === 'string')
    .join(': ')
    .slice(0, 300);
}

function withoutSent(text: string, given: [string, string][]): string {
  return given
    .filter(([name, value]) => /secret|token|code/.test(name) && value.length >= 4)
    .reduce((result, [, value]) => result.replaceAll(value, '••••'), text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
