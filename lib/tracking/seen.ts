import type { MessageLink } from './link-token';

/** A request for a picture or a link of ours. */
export type Seen = {
  link: Exclude<MessageLink, { kind: 'unsubscribe' }>;
  at: Date;
  method: string;
  agent: string;
  ip: string | null;
  /** It says of itself that nobody asked for it yet. */
  prefetch: boolean;
};
