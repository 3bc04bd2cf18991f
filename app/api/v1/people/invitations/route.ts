import { handle } from '@/lib/http/handle';
import { listInvitations } from '@/lib/people/list';

export const GET = handle({ scope: 'people:read' }, listInvitations);
