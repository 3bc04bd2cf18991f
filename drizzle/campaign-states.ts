/** Apart from the table, so that the browser may have them without it. */
export const CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'preparing',
  /** The sample of a test goes out. */
  'testing',
  /** It did, and what people do with it is waited for. */
  'deciding',
  'sending',
  'paused',
  'finished',
  'canceled',
  /** Nobody was there to start it for hours after its time. */
  'missed',
] as const;
