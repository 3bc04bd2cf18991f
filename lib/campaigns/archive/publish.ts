import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { publicAddress } from '@/lib/tracking/public-address';
import { move, readMine } from '../halt';
import { renderNeutral } from '../neutral';
import type { CampaignView } from '../schema';
import { CAMPAIGN_STATES } from '../states';

/** A page for everybody, of one that was sent. @throws AppError not_found, conflict, forbidden */
export async function publishCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  if (publicAddress() === null)
    throw new AppError('conflict', 'Nobody can reach this system.', refusal('campaign_unreachable'));
  // Whether it says anything without a contact is known before anybody looks.
  if (row.state === 'finished') await renderNeutral(row);
  return move(ctx, row, {
    action: 'campaign.publish',
    from: ['finished'],
    set: () => ({ archived: true }),
    done: [],
  });
}

/** @throws AppError not_found, forbidden */
export async function unpublishCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignView> {
  return move(ctx, await readMine(ctx, id), {
    action: 'campaign.unpublish',
    from: CAMPAIGN_STATES,
    set: () => ({ archived: false }),
    done: [],
  });
}
