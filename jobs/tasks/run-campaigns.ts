import { runCampaigns } from '@/lib/campaigns/run';
import { askWaiting } from '@/lib/lists/ask';

export async function runCampaignsTask(): Promise<void> {
  await runCampaigns();
  // Whoever subscribed while this could not be done.
  await askWaiting();
}
