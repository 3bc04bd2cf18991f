import { setTimeout as sleep } from 'node:timers/promises';
import { invalid } from '@/lib/errors';
import { isPublicAddress, resolveTarget } from './targets';

const LOOKUP_MS = 3000;

/**
 * Refuses a URL that requests may not go to, as soon as somebody sets it in the field `at`; safeFetch checks again each time. A name that
 * cannot be looked up now is let through: a test will tell. @throws AppError validation_failed
 */
export async function checkUrl(at: string, url: string): Promise<void> {
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
