import { handle } from '@/lib/http/handle';
import { getRoutingState } from '@/lib/providers/routing-state';

export const GET = handle({ scope: 'providers:read' }, getRoutingState);
