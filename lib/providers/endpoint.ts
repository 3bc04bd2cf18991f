import { setTimeout as sleep } from 'node:timers/promises';
import { errorMessage, invalid } from '@/lib/errors';
import { isPublicAddress, resolveTarget } from '@/lib/outbound/targets';

const PATH = 'settings.endpoint';
const LOOKUP_MS = 3000;

/**
 * Refuses an endpoint that requests may not go to, as soon as somebody sets it; safeFetch checks again each time. A name that
 * cannot be looked up now is let through: the connection test will tell. @throws AppError validation_failed
 */
export async function checkEndpoint(settings: Record<string, unknown> | undefined): Promise<void> {
  const endpoint = settings?.endpoint;
  // Anything but a URL is refused by the kind's own schema.
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return;
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (username || password) throw invalid(PATH, 'must not contain a user name or a password');
  const addresses = await Promise.race([lookUp(hostname), sleep(LOOKUP_MS, [], { ref: false })]);
  if (protocol === 'http:' && addresses.some(isPublicAddress))
    throw invalid(PATH, 'must begin with https://');
}

async function lookUp(hostname: string): Promise<string[]> {
  try {
    return (await resolveTarget(hostname)).map(({ address }) => address);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBLOCKED') throw invalid(PATH, errorMessage(error));
    return [];
  }
}
