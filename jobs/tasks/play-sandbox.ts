import type { Task } from 'graphile-worker';
import { playSandbox } from '@/lib/inbound/play-sandbox';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const playSandboxTask: Task = async (payload) => {
  await playSandbox(payload as TaskPayloads['play-sandbox']);
};
