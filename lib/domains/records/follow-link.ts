import { randomBytes } from 'node:crypto';
import { newId } from '@/lib/ids';
import { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import { linkKey } from '@/lib/tracking/link-key';
import { signLink } from '@/lib/tracking/link-token';
import { addressBy } from '@/lib/tracking/own-name';
import { publicAddress } from '@/lib/tracking/public-address';
import { RIGHT, type Verdict, wrong } from './verdict';

const WITHIN_MS = 8_000;

/**
 * Follows a link of ours by a name that leads here, as a reader would: an alias alone proves nothing of the certificate, nor that the proxy passes on
 * what is asked by that name, and every link of a mail would be dead. What could not be asked from here is unknown, never wrong.
 */
export async function followLink(host: string): Promise<Verdict> {
  const address = publicAddress();
  if (address === null) return unknown('blocked');
  const target = `https://${randomBytes(8).toString('hex')}.invalid/`;
  // Of no message: what is noted of the visit comes to nothing.
  const link = { kind: 'click', messageId: newId(), recipient: null, url: target, place: 0, of: 1 } as const;
  const url = `${addressBy(host, address)}/api/t/${signLink(link, await linkKey())}`;
  try {
    const signal = AbortSignal.timeout(WITHIN_MS);
    const { status, headers } = await safeFetch({
      method: 'GET',
      url,
      signal,
      timeoutMs: WITHIN_MS,
      keepBytes: 1024,
    });
    return status === 302 && headers.location === target ? RIGHT : wrong('link_elsewhere', { status });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return error.reason === 'tls' ? wrong('link_certificate', { host }) : unknown(error.reason);
  }
}

function unknown(reason: string): Verdict {
  return { state: 'unknown', finding: { code: 'link_unreached', params: { reason } } };
}
