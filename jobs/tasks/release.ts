import type { Task } from 'graphile-worker';
import { releaseMessages } from '@/lib/backlog/release';
import { log } from '@/lib/log';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const release: Task = async (payload) => {
  const { providerId } = payload as TaskPayloads['release'];
  const released = await releaseMessages(providerId);
  if (released > 0) log.info('parked messages were released', { providerId, released });
};
