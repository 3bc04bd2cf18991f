import postgres from 'postgres';
import { databaseUrl } from '@/lib/database/database-url';
import { holder as pools } from '@/lib/database/pools';
import { requireWays } from '@/lib/database/ways';
import { EnvError } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { currentSettings } from './current';
import { readStored } from './stored';
import { SystemSettings } from './system';
import { withVariables } from './system-variables';

/** Next bundles pages and route handlers apart; what a process was started with is the same for all of them. */
const holder = globalThis as typeof globalThis & { relevoSystem?: SystemSettings };

/** What this process was started with. */
export function systemInUse(): SystemSettings {
  return holder.relevoSystem ?? SystemSettings.parse({});
}

/** As saved, but for what the environment decides: by a connection of its own, before there are pools whose sizes it says. */
export async function readSystem(): Promise<SystemSettings> {
  const client = postgres(databaseUrl(), { max: 1, connect_timeout: 4, onnotice: () => undefined });
  try {
    const rows = await client<{ key: string; value: unknown }[]>`
      select key, value from settings where key = 'system'`;
    return withVariables(readStored(rows).system);
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** For the start of a process, before anything else asks the database; which may come later than this process. */
export async function startBySettings(): Promise<SystemSettings> {
  const system = await readSystem().catch((error: unknown) => {
    if (error instanceof EnvError) throw error;
    log.warn('settings of the system not read, starting by the defaults', { reason: errorMessage(error) });
    return withVariables(SystemSettings.parse({}));
  });
  await requireWays();
  holder.relevoSystem = system;
  pools.relevoPoolSettings = system.database;
  return system;
}

/** By the settings that are known for a second: who accepts a message asks, and reading the variables takes as long as a look-up. */
const knownOf = new WeakMap<SystemSettings, SystemSettings>();

export async function currentSystem(): Promise<SystemSettings> {
  const { system } = await currentSettings();
  const known = knownOf.get(system) ?? withVariables(system);
  knownOf.set(system, known);
  return known;
}

export async function currentCaches(): Promise<SystemSettings['caches']> {
  return (await currentSystem()).caches;
}
