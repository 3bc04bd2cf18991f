import type { ToldType } from './types';

/** What a provider sent of its own accord, as it came in: signatures are over these very bytes. Names of headers in lower case. */
export type InboundRequest = { headers: Record<string, string>; body: Uint8Array };

/** `reason`: for the log, in words for a technician; whoever sent it is told nothing. */
export type Verified = { ok: true } | { ok: false; reason: string };

/** What is said of one recipient of one message, which is named by our id, where the provider gives it back, or by its own. */
export type ReportedEvent = ({ messageId: string } | { providerMessageId: string }) & {
  /** The provider's own name of the event: the same when it is told again. */
  key: string;
  recipient: string;
  type: ToldType;
  at: Date;
  detail?: { code?: string; reply?: string } & Record<string, unknown>;
};
