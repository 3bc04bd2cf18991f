'use server';

import { PauseInput, pausePriorities } from '@/lib/backlog/pause-priorities';
import { QueueTestInput } from '@/lib/checks/schema';
import { testQueue } from '@/lib/checks/test-queue';
import { action } from '@/lib/http/action';

export const pausePrioritiesAction = action({ role: 'technician' }, PauseInput, pausePriorities);

export const testQueueAction = action({ role: 'technician' }, QueueTestInput, (ctx) => testQueue(ctx));
