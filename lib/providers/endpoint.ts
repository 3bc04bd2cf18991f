import { setTimeout as sleep } from 'node:timers/promises';
import { invalid } from '@/lib/errors';
import { isPublicAddress, resolveTarget } from '@/lib/outbound/targets';

const LOOKUP_MS = 3000;

/** Where a request of ours goes with a secret, or a browser to sign in. */
const PLACES = [
  ['endpoint'],
  ['iamEndpoint'],
  ['snsEndpoint'],
  ['oauth', 'authorizeUrl'],
  ['oauth', 'tokenUrl'],
];

/**
 * Refuses URLs that requests may not go to, as soon as somebody sets them; safeFetch checks again each time. A name that cannot be looked
 * up now is let through: the connection test will tell. @throws AppError validation_failed
 */
export async function checkEndpoints(settings: Record<string, unknown> | undefined): Promise<void> {
  await Promise.all(PLACES.map((path) => checkUrl(path, settings)));
}

async function checkUrl(path: string[], settings: unknown): Promise<void> {
  const url = path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    settings,
  );
  // Anything but a URL is refused by the kind's own schema.
  if (typeof url !== 'string' || !URL.canParse(url)) return;
  const at = ['settings', ...path].join('.');
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) throw invalid(at, 'url_credentials');
  const addresses = await Promise.race([lookUp(at, hostname), sleep(LOOKUP_MS, [], { ref: false })]);
  if (protocol === 'http:' && addresses.some(isPublicAddress)) throw invalid(at, 'url_https');
}

async function lookUp(at: string, host: string): Promise<string[]> {
  try {
    return (await resolveTarget(host)).map(({ address }) => address);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBLOCKED') throw invalid(at, 'private_target', { host });
    return [];
  }
}
