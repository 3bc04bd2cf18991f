import type { Task } from 'graphile-worker';
import { probeProvider } from '@/lib/messages/probe';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const probe: Task = (payload) => probeProvider(payload as TaskPayloads['probe']);
