import { handle } from '@/lib/http/handle';
import { getStatistics } from '@/lib/statistics/get';

export const GET = handle({ scope: 'metrics:read' }, getStatistics);
