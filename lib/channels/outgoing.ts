/** Who a message is from, in the form of its channel. */
export type Sender = { address: string; name?: string };

/** What a message of any channel has when an adapter takes it; each channel adds its own parts. */
export type Outgoing = {
  id: string;
  /** How often a person sent it again; with the id it makes a key that only a repetition by Relevo itself shares. */
  resendCount: number;
  /** Whose it is, which decides what signs it; null: of no company. Absent: made up, and of nobody. */
  companyId?: string | null;
  /** Who still waits for this message, as they are named on the wire: the envelope. */
  recipients: string[];
  /** For the provider's own figures and events; no recipient sees them. */
  tags: string[];
  metadata: Record<string, string>;
};

export type OutgoingAttachment = {
  filename: string;
  contentType: string;
  /** Nobody named a type: it was told from the file name. */
  typeGuessed?: boolean;
  contentId?: string;
  content: Buffer;
};
