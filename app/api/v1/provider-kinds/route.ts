import { handle } from '@/lib/http/handle';
import { listProviderKinds } from '@/lib/providers/kinds';

export const GET = handle({ scope: 'providers:read' }, listProviderKinds);
