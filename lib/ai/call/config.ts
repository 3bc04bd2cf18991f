import type { AiKindName } from './kinds';

/** All that a call of a provider needs; the key is opened for it and kept nowhere. */
export type AiConfig = {
  kind: AiKindName;
  model: string;
  endpoint: string;
  /** Null: the kind works without one. */
  apiKey: string | null;
  organization: string | null;
  project: string | null;
  timeoutMs: number;
  /** The schema is sent with the request; else it stands in the words alone. */
  schemas: boolean;
};
