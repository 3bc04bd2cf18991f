import { sql } from '@/lib/database/db';
import { cancelOfCampaign } from '@/lib/messages/cancel-of-campaign';
import { countBooks, isBalanced } from './books';
import { enqueueCampaigns } from './enqueue';
import { finish } from './finish';
import type { CampaignRow } from './rows';

/** Of one that a person stopped: whoever has nothing yet gets nothing; what is being sent at this moment is finished. */
export async function cancelNext({ id }: CampaignRow): Promise<void> {
  await sql()`
    update campaign_recipients set state = 'excluded', reason = 'canceled' where campaign_id = ${id} and state = 'pending'`;
  const canceled = await cancelOfCampaign(id);
  if (isBalanced(await countBooks(id))) return finish(id);
  if (canceled > 0) await enqueueCampaigns([id], 500);
}
