import { createHash, createHmac } from 'node:crypto';
import { safeEqual } from '@/lib/crypto/compare';
import type { InboundRequest, Verified } from '@/lib/events/inbound';
import { queryOf } from '@/lib/events/query';

type Keys = { authToken: string | undefined; sharedKey?: string | undefined };

/**
 * Over the address as Twilio was given it and, of a form, every name and value in order of the names; of JSON over the address alone, whose
 * `bodySHA256` then stands for the body: https://www.twilio.com/docs/usage/webhooks/webhooks-security. `url`: without query.
 */
export function verifyTwilio(request: InboundRequest, url: string, keys: Keys): Verified {
  const { headers, body } = request;
  const algorithm = algorithmOf(headers['x-twilio-webhooks-signature-settings'], keys);
  if (typeof algorithm === 'string') return { ok: false, reason: algorithm };
  const given = headers['x-twilio-signature'];
  if (!given) return { ok: false, reason: 'it came without a signature' };
  const query = queryOf(request);
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  // Without it the signature of an address alone would be good for any body.
  if (isJson && !coversBody(query, body))
    return { ok: false, reason: 'its body is not the one whose hash was signed' };
  const suffix = isJson ? '' : joinParts(Buffer.from(body).toString('utf8'));
  const isSigned = spellings(`${url}${query && `?${query}`}`).some((each) =>
    safeEqual(
      createHmac(algorithm.hash, algorithm.key)
        .update(each + suffix)
        .digest('base64'),
      given,
    ),
  );
  return isSigned ? { ok: true } : { ok: false, reason: 'its signature is not that of the auth token' };
}

/** With a rule of the account's own another key signs, by an algorithm that is named: one that nobody here knows proves nothing. */
function algorithmOf(
  settings: string | undefined,
  { authToken, sharedKey }: Keys,
): { hash: string; key: string } | string {
  if (settings === undefined)
    return authToken
      ? { hash: 'sha1', key: authToken }
      : 'no auth token is set here: an API key signs nothing';
  if (!/(^|,)\s*algorithm=HMAC_SHA256\s*(,|$)/.test(settings)) return 'it is signed by an unknown algorithm';
  return sharedKey ? { hash: 'sha256', key: sharedKey } : 'no shared key is set here';
}

function coversBody(query: string, body: Uint8Array): boolean {
  const signed = new URLSearchParams(query).get('bodySHA256');
  return Boolean(signed) && safeEqual(createHash('sha256').update(body).digest('hex'), signed!.toLowerCase());
}

/** Of a name that comes several times each value once, in order; nothing stands between them. */
function joinParts(form: string): string {
  const parts = Map.groupBy(new URLSearchParams(form), ([name]) => name);
  return [...parts.keys()]
    .sort()
    .flatMap((name) => [...new Set(parts.get(name)!.map(([, value]) => name + value))].sort())
    .join('');
}

/** Its servers name the standard port or do not, and whoever passes a request on may write a quote as `%27`: twilio-node #321, #1059. */
function spellings(url: string): string[] {
  const [, scheme = '', host = '', port, rest = ''] =
    /^(https?):\/\/(\[[^\]]*\]|[^/:?#]*)(?::(\d+))?(.*)$/.exec(url) ?? [];
  const standard = scheme === 'https' ? '443' : '80';
  const written = [...new Set([rest, rest.replaceAll('%27', "'"), rest.replaceAll("'", '%27')])];
  return [`${scheme}://${host}`, `${scheme}://${host}:${port ?? standard}`].flatMap((start) =>
    written.map((end) => start + end),
  );
}
