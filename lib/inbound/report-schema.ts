/** How what a provider tells of messages arrives here, and why not. */
export type ReportsView = {
  /** Where the provider is to post it; null: a provider of this kind tells nothing by itself. */
  url: string | null;
  /** Whether the world can reach that address, as far as it shows. */
  isPublic: boolean;
  /** Whether the service's API can be told to post there. */
  byApi: boolean;
  /** The setting or secret that proves who posts, and whether it is there. */
  proof: { name: string; set: boolean } | null;
  lastReceivedAt: string | null;
  /** In the last 24 hours. */
  received: number;
  /** The last one that could not be read, or was about no message here. */
  lastUnread: { at: string; error: string } | null;
  /** The last one that was turned away at the door. */
  lastRefused: { at: string; reason: string } | null;
};
