import type { Task } from 'graphile-worker';
import { deliverMessages } from '@/lib/messages/deliver';
import type { TaskPayloads } from '@/lib/queue/tasks';

/** Serves `deliver` and `deliver-urgent`: the same work in two pools. */
export function deliverTask(workerId: string): Task {
  return (payload) => deliverMessages(workerId, (payload as TaskPayloads['deliver']).ids);
}
