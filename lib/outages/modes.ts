export const DRILL_MODES = ['down', 'slow', 'quota'] as const;
export type DrillMode = (typeof DRILL_MODES)[number];

/** Marks a message as test traffic: a drill at a provider that is no sandbox touches no other. */
export const DRILL_TAG = 'drill';
