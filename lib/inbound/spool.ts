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
export function takeUpSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    takeUp().then(
      (left) => left && takeUpSoon(),
      (error) => {
        log.warn('events in files wait for the database', { error });
        takeUpSoon();
      },
    );
  }, RETRY_MS);
  timer.unref();
}

/** Takes up what was left in files, oldest first; a file belongs to who has renamed it. @returns whether any is left @throws while the database is away */
export async function takeUp(): Promise<boolean> {
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
      await take(providerId, {
        ...rest,
        body: Buffer.from(body, 'base64'),
        receivedAt: new Date(receivedAt),
      });
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
  return (await names()).some((name) => name.endsWith(READY) || name.endsWith(TAKEN));
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
