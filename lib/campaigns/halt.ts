import { eq, sql } from 'drizzle-orm';
import { campaigns } from '@/drizzle/schema/campaigns';
import { mutation } from '@/lib/audit/mutation';
import { forgetHalted } from '@/lib/backlog/halted-campaigns';
import { mayChange } from '@/lib/companies/scoped';
import { type Context, jobContext } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { enqueueCampaigns } from './enqueue';
import { ANYWAY } from './guards';
import { type CampaignRow, readCampaign, viewCampaign } from './rows';
import type { CampaignView } from './schema';
import { type CampaignState, RUNNING } from './states';

type Move = {
  action: string;
  from: readonly CampaignState[];
  set: (before: CampaignRow) => Partial<typeof campaigns.$inferInsert>;
  /** Asked for again it changes nothing. */
  done: readonly CampaignState[];
};

/** From one state to another, under the lock of its row: of two at once the second finds what the first did. @throws AppError conflict */
export async function move(
  ctx: Context,
  row: CampaignRow,
  { action, from, set, done }: Move,
): Promise<CampaignView> {
  await mutation(ctx, action, async (tx) => {
    const before = await hold(tx, row.id);
    if (done.includes(before.state as CampaignState))
      return { result: undefined, subjectId: row.id, ownerId: row.companyId };
    if (!from.includes(before.state as CampaignState))
      throw new AppError('conflict', `It is ${before.state}.`, refusal('campaign_state'));
    const values = { ...set(before), updatedAt: new Date(), version: sql`${campaigns.version} + 1` };
    const [after] = await tx.update(campaigns).set(values).where(eq(campaigns.id, row.id)).returning();
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, before, after };
  });
  forgetHalted();
  return viewCampaign(await readCampaign({ companyId: null }, row.id));
}

async function hold(tx: Transaction, id: string): Promise<CampaignRow> {
  const [row] = await tx.select().from(campaigns).where(eq(campaigns.id, id)).for('update');
  if (!row) throw new AppError('not_found', `There is no campaign ${id}.`);
  return row;
}

/** Lines at which a campaign pauses itself. */
const LINES = ['bounces', 'complaints', 'budget'];

/** What is under way then is finished and counted: nobody looks at it later, as long as it is paused. */
const LOOK_AGAIN_MS = 10_000;

const pausing = (reason: string): Move => ({
  action: 'campaign.pause',
  from: RUNNING,
  set: ({ state }) => ({ state: 'paused', reason, pausedFrom: state }),
  done: ['paused'],
});

/** Nothing more is begun from the moment at which this answers; what is under way is finished. @throws AppError not_found, conflict, forbidden */
export async function pauseCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  const view = await move(ctx, await readMine(ctx, id), pausing('person'));
  await enqueueCampaigns([id], LOOK_AGAIN_MS);
  return view;
}

/** By the campaign itself: beyond a line of the field, or of its budget. */
export async function pauseByItself(row: CampaignRow, reason: string): Promise<void> {
  await move(jobContext('campaigns'), row, pausing(reason));
  await enqueueCampaigns([row.id], LOOK_AGAIN_MS);
}

/** Goes on where it was. @throws AppError not_found, conflict, forbidden */
export async function resumeCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  const view = await move(ctx, await readMine(ctx, id), {
    action: 'campaign.resume',
    from: ['paused'],
    set: ({ pausedFrom, reason }) => ({
      state: (pausedFrom ?? 'sending') as CampaignState,
      // What it paused itself for is known now: the same line does not stop it a second time.
      reason: reason !== null && LINES.includes(reason) ? `${reason}${ANYWAY}` : null,
      pausedFrom: null,
      fedAt: null,
    }),
    done: [...RUNNING, 'finished'],
  });
  await enqueueCampaigns([id]);
  return view;
}

/** For good: whoever has nothing yet gets nothing. @throws AppError not_found, conflict, forbidden */
export async function stopCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  const view = await move(ctx, await readMine(ctx, id), {
    action: 'campaign.stop',
    from: [...RUNNING, 'paused', 'scheduled', 'missed'],
    set: ({ state }) => ({
      state: 'canceled',
      reason: 'person',
      ...((state === 'scheduled' || state === 'missed') && { finishedAt: new Date() }),
    }),
    done: ['canceled'],
  });
  await enqueueCampaigns([id]);
  return view;
}

/** @throws AppError not_found, forbidden */
export async function readMine(ctx: Context, id: string): Promise<CampaignRow> {
  const row = await readCampaign(ctx, id);
  mayChange(ctx, row.companyId);
  return row;
}
