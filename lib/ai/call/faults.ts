/**
 * `auth`: until the key is another one. `quota`: until money or a new month comes. `gone`: the model is no more. `throttled`: too fast.
 * `overload`: the service itself. `network`: it was not reached. `request`: too long. `refused`: it will not answer that. `output`: not what was asked for.
 */
export const AI_FAULTS = [
  'auth',
  'quota',
  'gone',
  'throttled',
  'overload',
  'network',
  'request',
  'refused',
  'output',
] as const;
export type AiFault = (typeof AI_FAULTS)[number];
