import { apiQuery } from '@/components/layout/api';

/** As many as one reads: more is "more than". */
const MOST_OPEN = 100;
export const OPEN_ALERTS = apiQuery('alerts', { state: 'open', limit: MOST_OPEN });
/** They are looked for each minute. */
export const OPEN_ALERTS_POLL_MS = 15_000;
