import type { IncomingMessage } from 'node:http';
import { CLIENT_ADDRESS_HEADER, resolveClientAddress } from '@/lib/http/client-address';

const FORWARDED = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-prefix',
];

/** A path, as browsers and clients send it. Absolute forms are for proxies and led Next to other hosts (CVE-2026-44578). */
export function hasPlainTarget(request: IncomingMessage): boolean {
  return request.url?.startsWith('/') ?? false;
}

/**
 * Writes the caller's true address, over whatever the caller claimed. Without a trusted proxy every forwarding
 * header is the caller's own invention and goes; Next would believe it (facts T8).
 */
export function setClientAddress(request: IncomingMessage, trustedHops: number): void {
  const { headers } = request;
  const forwardedFor = headers['x-forwarded-for'];
  const address = resolveClientAddress(request.socket.remoteAddress ?? '', joined(forwardedFor), trustedHops);
  if (trustedHops === 0) for (const name of FORWARDED) delete headers[name];
  headers[CLIENT_ADDRESS_HEADER] = address;
  headers['x-forwarded-for'] = address;
  headers['x-real-ip'] = address;
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
