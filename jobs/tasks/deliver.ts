import type { Task } from 'graphile-worker';
import { takeUpMessages } from '@/lib/delivery/deliver';
import type { TaskPayloads } from '@/lib/queue/tasks';

/** Serves `deliver` and `deliver-urgent`: the same work in two pools. */
export function deliverTask(workerId: string): Task {
  return (payload) => takeUpMessages(workerId, (payload as TaskPayloads['deliver']).ids);
}
