import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isConnectionError } from '@/lib/database/db-errors';
import { env } from '@/lib/env';
import type { InboundRequest } from '@/lib/events/inbound';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { take } from './take';

type Spooled = InboundRequest & { providerId: string };

/** Nobody has verified what lies here. */
const MAX_BYTES = 64 * 1024 * 1024;
const RETRY_MS = 2_000;
/** For a provider whose settings or secrets cannot be read: somebody has to put them in order. */
const WAIT_MS = 60_000;
const MAX_WAIT_MS = 7 * 86_400_000;
/** A process that took a file up and died. */
const ABANDONED_MS = 60_000;
const READY = '.json';
const TAKEN = '.taken';

/** One file each, on the disk when this resolves. False: there is no room, or no disk. */
export async function spool({ providerId, headers, body, receivedAt }: Spooled): Promise<boolean> {
  try {
    const text = JSON.stringify({
      providerId,
      headers,
      body: Buffer.from(body).toString('base64'),
      receivedAt: receivedAt.toISOString(),
    });
    await mkdir(folder(), { recursive: true, mode: 0o700 });
    if ((await usedBytes()) + text.length > MAX_BYTES) return false;
    const file = join(folder(), `${newId()}${READY}`);
    const handle = await open(`${file}.part`, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${file}.part`, file);
    takeUpSoon();
    return true;
  } catch (error) {
    log.error('an event of a provider could not be kept in a file', { error });
    return false;
  }
}

let timer: NodeJS.Timeout | undefined;

/** In the background, until nothing is left. */
export function takeUpSoon(inMs = RETRY_MS): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    takeUp().then(
      (againInMs) => againInMs !== null && takeUpSoon(againInMs),
      (error) => {
        log.warn('events in files wait for the database', { error });
        takeUpSoon();
      },
    );
  }, inMs);
  timer.unref();
}

/**
 * Takes up what was left in files, oldest first; a file belongs to who has renamed it. What is of a provider that cannot be read stays, for a week.
 * @returns when to look again; null: nothing is left @throws while the database is away
 */
export async function takeUp(): Promise<number | null> {
  const waiting = new Set<string>();
  await giveBackAbandoned();
  for (const name of (await names()).filter((each) => each.endsWith(READY)).toSorted()) {
    const taken = join(folder(), `${name}${TAKEN}`);
    try {
      await rename(join(folder(), name), taken);
    } catch {
      continue;
    }
    try {
      const { providerId, body, receivedAt, ...rest } = JSON.parse(await readFile(taken, 'utf8'));
      const since = new Date(receivedAt);
      const request = { ...rest, body: Buffer.from(body, 'base64'), receivedAt: since };
      if ((await take(providerId, request)) === 503) {
        if (Date.now() - since.getTime() < MAX_WAIT_MS) {
          await rename(taken, join(folder(), name));
          waiting.add(name);
          continue;
        }
        log.error('an event is given up: its provider could not be read for a week', { providerId });
      }
    } catch (error) {
      if (isConnectionError(error)) {
        await rename(taken, join(folder(), name));
        throw error;
      }
      // Half a file after a power cut, for one: it keeps nobody else.
      log.error('an event in a file could not be taken up', { file: name, error });
    }
    await rm(taken, { force: true });
  }
  const left = (await names()).filter((name) => name.endsWith(READY) || name.endsWith(TAKEN));
  if (left.length === 0) return null;
  return left.every((name) => waiting.has(name)) ? WAIT_MS : RETRY_MS;
}

async function giveBackAbandoned(): Promise<void> {
  for (const name of (await names()).filter((each) => each.endsWith(TAKEN))) {
    const file = join(folder(), name);
    const { ctimeMs } = await stat(file).catch(() => ({ ctimeMs: Date.now() }));
    if (Date.now() - ctimeMs > ABANDONED_MS)
      await rename(file, file.slice(0, -TAKEN.length)).catch(() => undefined);
  }
}

async function usedBytes(): Promise<number> {
  const sizes = (await names()).map((name) =>
    stat(join(folder(), name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

function names(): Promise<string[]> {
  return readdir(folder()).catch(() => []);
}

const folder = () => join(env().RELEVO_DATA_DIR, 'inbound');
