/** Apart from the schema, for the browser. `waiting`: nobody has read it yet. `failed`: it could not be read, or was about no message here. */
export const INBOUND_STATES = ['waiting', 'read', 'failed'] as const;
export type InboundState = (typeof INBOUND_STATES)[number];
