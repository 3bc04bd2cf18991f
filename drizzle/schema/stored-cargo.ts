import type { RawNeed } from './raw-need';

/** What of a message's parts decides who can carry it, but for what stands in columns of its own: size, recipients, tags, metadata. */
export type StoredCargo = {
  files?: { ext: string; bytes: number; inline?: true; mistyped?: true }[];
  replyTo?: number;
  unicodeLocal?: true;
  questionMark?: true;
  encodedHeader?: true;
  placeholders?: true;
  nameLength?: number;
  contentIdLength?: number;
  bodyBytes?: number;
  segments?: number;
  /** Its template is kept by the provider with this id, and by no other. */
  templateOf?: string;
  /** It came as a mail that its program wrote, and is kept so. */
  raw?: RawNeed;
};
