import { listJobs } from '@/lib/backlog/jobs';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'messages:read' }, listJobs);
