import { handle } from '@/lib/http/handle';
import { listWorkers } from '@/lib/workers/list';

export const GET = handle({ scope: 'messages:read' }, listWorkers);
