import type { Task } from 'graphile-worker';
import { mailForgotten } from '@/lib/people/reset';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const forgottenPasswordTask: Task = async (payload) => {
  await mailForgotten((payload as TaskPayloads['forgotten-password']).email);
};
