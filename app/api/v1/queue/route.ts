import { handle } from '@/lib/http/handle';
import { getQueue } from '@/lib/queue/get';

export const GET = handle({ scope: 'messages:read' }, getQueue);
