import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Semaphore } from '@/lib/async/semaphore';
import { invalid } from '@/lib/errors';
import { isPublicAddress, resolveTarget } from './targets';

const LOOKUP_MS = 3000;
const AT_ONCE = 20;

type Found = string[] | 'blocked';
const ahead = new AsyncLocalStorage<Map<string, Found>>();

/**
 * Refuses a URL that requests may not go to, as soon as somebody sets it in the field `at`; safeFetch checks again each time. A name that
 * cannot be looked up now is let through: a test will tell. @throws AppError validation_failed
 */
export async function checkUrl(at: string, url: string): Promise<void> {
  const { protocol, hostname: host, username, password } = new URL(url);
  if (username || password) throw invalid(at, 'url_credentials');
  const found = ahead.getStore()?.get(host) ?? (await lookUp(host));
  if (found === 'blocked') throw invalid(at, 'private_target', { host });
  if (protocol === 'http:' && found.some(isPublicAddress)) throw invalid(at, 'url_https');
}

/** For `work` that checks these URLs while it holds a transaction: no name server keeps that open. */
export async function lookingUpAhead<T>(urls: string[], work: () => Promise<T>): Promise<T> {
  const hosts = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname));
  const slots = new Semaphore(AT_ONCE);
  const found = await Promise.all(
    [...hosts].map(async (host): Promise<[string, Found]> => [host, await slots.run(() => lookUp(host))]),
  );
  return ahead.run(new Map(found), work);
}

function lookUp(host: string): Promise<Found> {
  return Promise.race([resolve(host), sleep(LOOKUP_MS, [], { ref: false })]);
}

async function resolve(host: string): Promise<Found> {
  try {
    return (await resolveTarget(host)).map(({ address }) => address);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EBLOCKED' ? 'blocked' : [];
  }
}
