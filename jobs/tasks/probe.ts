import type { Task } from 'graphile-worker';
import { probeProvider } from '@/lib/backlog/probe-provider';
import type { TaskPayloads } from '@/lib/queue/tasks';

export const probe: Task = (payload) => probeProvider(payload as TaskPayloads['probe']);
