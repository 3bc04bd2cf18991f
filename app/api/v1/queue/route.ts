import { getQueue } from '@/lib/backlog/get-queue';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'messages:read' }, getQueue);
