import { afterEach, beforeEach, expect } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { closeAdapters } from '@/lib/providers/registry';
import { closeBreakers } from './factories';
import { findViolations } from './invariants';

/** Each case has providers and messages of its own; after each, no state may be impossible. */
export function useOwnProviders(): void {
  beforeEach(closeBreakers);
  afterEach(async () => {
    await closeAdapters();
    expect(await findViolations(sql())).toEqual([]);
    for (const table of ['messages', 'message_bodies', 'attempts', 'events'])
      await sql()`delete from ${sql()(table)}`;
    await sql()`update providers set active = false`;
    forgetProviders();
  });
}
