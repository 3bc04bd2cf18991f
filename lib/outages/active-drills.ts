import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import type { DrillMode } from './modes';

export type ActiveDrill = { providerId: string; mode: DrillMode; endsAt: Date };

const MAX_AGE_MS = 1_000;

let cached: { drills: Promise<ActiveDrill[]>; readAt: number } | undefined;
remember(forgetDrills);

/** The drills that run, read at most once a second per process. Their time ends them, whatever becomes of the processes. */
export async function activeDrills(): Promise<ActiveDrill[]> {
  if (cached && Date.now() - cached.readAt < MAX_AGE_MS) return cached.drills;
  const entry = { drills: readDrills(), readAt: Date.now() };
  cached = entry;
  entry.drills.catch(() => {
    if (cached === entry) cached = undefined;
  });
  return entry.drills;
}

/** For the process that made the change, and for tests. */
export function forgetDrills(): void {
  cached = undefined;
}

async function readDrills(): Promise<ActiveDrill[]> {
  return sql()<ActiveDrill[]>`
    select provider_id as "providerId", mode, ends_at as "endsAt" from drills where ended_at is null and ends_at > now()`;
}
