import type { Task } from 'graphile-worker';
import { runCampaign } from '@/lib/campaigns/run';
import type { TaskPayloads } from '@/lib/queue/tasks';

export function runCampaignTask(workerId: string): Task {
  return (payload) => runCampaign(workerId, (payload as TaskPayloads['run-campaign']).id);
}
