'use server';

import { PauseInput, pausePriorities } from '@/lib/backlog/pause-priorities';
import { QueueTestInput } from '@/lib/checks/schema';
import { testQueue } from '@/lib/checks/test-queue';
import { action } from '@/lib/http/action';

export const pausePrioritiesAction = action({ may: 'messages.write' }, PauseInput, pausePriorities);

export const testQueueAction = action({ may: 'messages.send' }, QueueTestInput, (ctx) => testQueue(ctx));
