import type { IncomingMessage } from 'node:http';
import { isCompatPath } from '@/app/compat/routes';
import { remember } from '@/lib/async/memory';
import { log } from '@/lib/log';
import { barrierOf, type Door, rulesOf } from '@/lib/settings/address-rules';
import { currentSettings } from '@/lib/settings/current';
import type { SecuritySettings } from '@/lib/settings/schema';
import { pathOf } from './request-guard';

/** May this address use what it asks for, by the rules of the settings? Known for a second in each process, like all settings. */
export async function isAddressAdmitted(request: IncomingMessage, address: string): Promise<boolean> {
  const doors = doorsOf(request);
  if (doors.length === 0) return true;
  const security = await currentRules();
  return !security || doors.every((door) => barrierOf(rulesOf(security, door), address) === null);
}

/**
 * Which rules hold. None for what is neither the panel nor for programs: health, and what links in messages and providers lead to. A path
 * that may be read in two ways must pass by both.
 */
export function doorsOf(request: IncomingMessage): Door[] {
  const path = pathOf(request);
  const doors = [path, decodeURIComponent(path)].map((each) => doorOf(each, request));
  return [...new Set(doors)].filter((door) => door !== null);
}

function doorOf(path: string, { headers }: IncomingMessage): Door | null {
  if (path.startsWith('/_next/static/')) return null;
  if (isCompatPath(path)) return 'api';
  if (!/^\/api(\/|$)/.test(path)) return 'panel';
  if (/^\/api\/(auth|oauth)(\/|$)/.test(path)) return 'panel';
  // Without either it asks for an address of its own setting, which the route judges.
  const isMetrics = path === '/api/metrics' && (headers.authorization ?? headers.cookie) !== undefined;
  if (!isMetrics && !/^\/api\/v1(\/|$)/.test(path)) return null;
  // The panel reads by the same routes, with its cookie; a token counts before it (`authenticate`).
  return headers.authorization === undefined && headers.cookie !== undefined ? 'panel' : 'api';
}

let lastKnown: SecuritySettings | undefined;
remember(() => {
  lastKnown = undefined;
});

/** While the database is away those known before; whoever never knew any has nothing to show, either. */
async function currentRules(): Promise<SecuritySettings | undefined> {
  try {
    lastKnown = (await currentSettings()).security;
  } catch (error) {
    log.warn('rules for addresses not read: those from before hold', { error });
  }
  return lastKnown;
}
