import { CAMPAIGN_STATES as STATES } from '@/drizzle/campaign-states';

/** For the browser. */
export const CAMPAIGN_STATES = STATES;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** It can still be changed. */
export const isOpenToChange = (state: string) =>
  state === 'draft' || state === 'scheduled' || state === 'missed';
/** It sends, or could at any moment. */
export const RUNNING: readonly CampaignState[] = ['preparing', 'testing', 'deciding', 'sending'];
