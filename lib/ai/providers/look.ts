import { and, eq } from 'drizzle-orm';
import { aiProviders } from '@/drizzle/schema/ai';
import type { AiFault } from '@/lib/ai/call/faults';
import { listModels } from '@/lib/ai/call/list-models';
import { Semaphore } from '@/lib/async/semaphore';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { configOf } from './config';
import { ASKED_FIRST } from './find';

/** Services of others are asked. */
const AT_ONCE = 4;

/** Whether each that is not paused lets us in; nothing is spent, and nothing changes by it. `fault` null: it does. */
export async function lookAtAll(
  ctx: Context,
): Promise<{ id: string; name: string; fault: AiFault | null }[]> {
  const rows = await db()
    .select()
    .from(aiProviders)
    .where(and(eq(aiProviders.active, true), scoped(ctx, aiProviders.companyId, 'shared')))
    .orderBy(...ASKED_FIRST);
  const lanes = new Semaphore(AT_ONCE);
  return Promise.all(
    rows.map((row) =>
      lanes.run(async () => {
        const config = await configOf(row);
        const look = config && (await listModels(config));
        const fault = look === null ? ('auth' as const) : look.ok ? null : look.failure.fault;
        return { id: row.id, name: row.name, fault };
      }),
    ),
  );
}
