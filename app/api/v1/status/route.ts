import { handle } from '@/lib/http/handle';
import { getStatus } from '@/lib/status/get';

export const GET = handle({ scope: 'messages:read' }, getStatus);
