import { QueueTestInput } from '@/lib/checks/schema';
import { testQueue } from '@/lib/checks/test-queue';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'messages:send', body: QueueTestInput }, (ctx) => testQueue(ctx));
