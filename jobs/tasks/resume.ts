import type { Task } from 'graphile-worker';
import { wakeResumed } from '@/lib/backlog/wake-resumed';
import { log } from '@/lib/log';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const resumeTask: Task = async (payload) => {
  const { priorities } = payload as TaskPayloads['resume'];
  const woken = await wakeResumed(priorities);
  log.info('priorities resumed', { priorities, woken });
};
