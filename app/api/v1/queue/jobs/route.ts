import { handle } from '@/lib/http/handle';
import { listJobs } from '@/lib/queue/jobs';

export const GET = handle({ scope: 'messages:read' }, listJobs);
