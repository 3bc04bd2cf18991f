import { NOTIFICATION_STATES } from '@/drizzle/notification-states';

/** For filters of the panel, which knows no tables. */
export const STATES = NOTIFICATION_STATES;
