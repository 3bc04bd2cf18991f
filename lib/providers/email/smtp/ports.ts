import { invalid } from '@/lib/errors';
import type { HostAddress } from '@/lib/outbound/look-up-host';
import { isOwnAddress, resolveMailServer } from '@/lib/outbound/targets';
import { currentSettings } from '@/lib/settings/current';

/** Relay and submission (RFC 5321, 6409, 8314), and what services offer where these are blocked. */
export const MAIL_PORTS = [25, 465, 587, 2525];

/**
 * Whether mail may be handed in there: at the ports of mail, at those that the settings for security add, and anywhere on this machine. What
 * else listens in a network is nobody's business who may enter a provider.
 * @throws Error with code `EPORT`
 */
export async function checkMailPort(port: number, addresses: HostAddress[]): Promise<void> {
  if (await isMailPort(port, addresses)) return;
  throw Object.assign(
    new Error(
      `Port ${port} is none of a mail server: ${MAIL_PORTS.join(', ')}, or one that the settings allow`,
    ),
    { code: 'EPORT' },
  );
}

/** As soon as somebody sets it; the port is judged again at each connection. @throws AppError validation_failed */
export async function checkMailServer(settings: Record<string, unknown> | undefined): Promise<void> {
  const { host, port } = settings ?? {};
  // Anything else is refused by the kind's own schema, or has no port of its own.
  if (typeof host !== 'string' || typeof port !== 'number') return;
  const addresses = MAIL_PORTS.includes(port) ? [] : await resolveMailServer(host).catch(() => []);
  if (!(await isMailPort(port, addresses)))
    throw invalid('settings.port', 'mail_port', { port: String(port), ports: MAIL_PORTS.join(', ') });
}

async function isMailPort(port: number, addresses: HostAddress[]): Promise<boolean> {
  if (MAIL_PORTS.includes(port)) return true;
  if (addresses.length > 0 && addresses.every(({ address }) => isOwnAddress(address))) return true;
  return (await currentSettings()).security.smtpPorts.includes(port);
}
