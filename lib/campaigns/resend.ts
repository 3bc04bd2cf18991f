import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { copyOf } from './copy';
import { readMine } from './halt';
import { viewCampaign } from './rows';
import type { CampaignView, ResendInput } from './schema';

/**
 * The same once more as a draft, for those of whom nobody knows that they opened it: with the words that won, and to nobody who is not meant
 * any more. @throws AppError not_found, conflict, forbidden
 */
export async function resendCampaign(
  ctx: Context,
  { id, title, subject }: ResendInput & { id: string },
): Promise<CampaignView> {
  const row = await readMine(ctx, id);
  if (row.state !== 'finished')
    throw new AppError('conflict', `It is ${row.state}.`, refusal('campaign_state'));
  if (!row.trackOpens)
    throw new AppError('conflict', 'Nobody counted who opened it.', refusal('campaign_not_tracked'));
  const view = await viewCampaign(row);
  const won = view.variants[view.decision?.winner ?? 0] ?? {};
  return copyOf(
    ctx,
    row,
    { ...view, ...won, subject: subject ?? won.subject ?? view.subject, title, variants: [], test: null },
    id,
  );
}
