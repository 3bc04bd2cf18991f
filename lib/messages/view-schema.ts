import type { StoredMisfit } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { EventType } from '@/lib/events/types';
import type { Priority } from '@/lib/queue/priority';
import type { Partly } from './outcome';
import type { Status } from './status';

/** Messages as the API and the panel see them. */
export type MessageRow = {
  id: string;
  channel: string;
  status: Status;
  /** Where it stands, in the language of whoever reads. */
  summary: string;
  /** Some have it and others do not; null: all, or nobody. */
  partly: Partly | null;
  from: { email: string; name?: string } | null;
  to: string[];
  subject: string;
  /** A provider keeps its template, which says the subject where none is given. */
  ownTemplate?: true;
  priority: Priority;
  category: string;
  /** The key of the company whose it is; absent: of none. */
  company?: string;
  provider: string | null;
  reason: string | null;
  tags: string[];
  /** It came as a test: it stays in a sandbox. */
  test?: true;
  attachmentCount: number;
  acceptedAt: string;
  scheduledAt: string | null;
  dueAt: string | null;
  finishedAt: string | null;
};

export type CandidateView = {
  provider: string;
  /** 1 is tried first; null: passed over. */
  rank: number | null;
  reason: string;
  /** What put the candidates in order, and how well this one does by it, 0 to 1. */
  strategy?: string;
  score?: number;
  /** The one whose configured fallback it is, where that put it here. */
  fallbackOf?: string;
  /** Passed over until then. */
  until?: string;
  /** Passed over after so many failures in a row. */
  failures?: number;
  /** What of the message the provider does not take. */
  misfit?: StoredMisfit;
};

export type AttemptView = {
  id: string;
  provider: string;
  startedAt: string;
  finishedAt: string | null;
  durationMs: number | null;
  outcomes: {
    address: string;
    /** `captured`: a sandbox keeps it, nobody received it. */
    outcome: 'accepted' | 'captured' | 'refused' | 'unknown';
    fault?: 'recipient' | 'provider' | 'content' | 'throttled' | 'cannot_carry';
    pace?: 'rate' | 'connections';
    permanent?: boolean;
    declined?: true;
    played?: true;
    retryAfterMs?: number;
    code?: string;
    /** In English where Relevo itself says it; then `misfits` or `code` tell the same. */
    reply?: string;
    /** The own rule that judged it. */
    rule?: { id: string; name: string; means: string };
    /** In no table: its code alone was judged. */
    unsorted?: true;
    misfits?: StoredMisfit[];
    providerMessageId?: string;
  }[];
  cost: string;
  candidates: CandidateView[];
  transcript: string | null;
};

export type EventView = {
  id: string;
  type: EventType;
  at: string;
  recipient: string | null;
  provider: string | null;
  /** By type; of `parked`, `deferred` and `failed` without an attempt `candidates`, as attempts have them. */
  detail: Record<string, unknown> | null;
};

export type AttachmentView = {
  position: number;
  filename: string;
  contentType: string;
  contentId: string | null;
  sizeBytes: number;
  sha256: string;
};

/** Who handed it in; `name`: of the token or the person, as far as there still is one. */
export type Acceptor = { type: string; id: string | null; name: string | null };

/** `email`: the address once more, by the name that programs knew before there were other channels. */
export type RecipientView = StoredRecipient & { email?: string };

export type MessageDetail = MessageRow & {
  recipients: RecipientView[];
  replyTo: { email: string; name?: string }[];
  headers: Record<string, string>;
  hasHtml: boolean;
  /** The HTML names pictures or backgrounds that other servers keep. */
  hasRemotePictures: boolean;
  /** Its first 200,000 characters. */
  text: string | null;
  /** There is more of it, which the source has. */
  textCut: boolean;
  metadata: Record<string, string>;
  attachments: AttachmentView[];
  acceptedBy: Acceptor;
  /** What it was made with, and which of its versions; null: its sender wrote it. */
  template: { id: string; key: string; title: string; version: number } | null;
  /** Of a template that a provider keeps, instead of a body: `provider`: its name; null: it is gone. */
  providerTemplate: { provider: string | null; id: string; variables: Record<string, unknown> } | null;
  sizeBytes: number;
  /** In how many parts it goes, where its channel pays by parts. */
  segments?: number;
  /** Steps of the retry schedule that are used up. */
  retryCount: number;
  expiresAt: string | null;
  /** The message that it follows from: to a corrected address, or to all once more. */
  follows: string | null;
  attempts: AttemptView[];
  events: EventView[];
};

/** `GET /api/v1/messages/{id}/draft`. */
export type MessageDraft = Omit<MessageDetail, 'from' | 'text' | 'textCut' | 'attempts' | 'events'> & {
  /** Its own; null: it went with that of its provider. */
  from: { email: string; name?: string } | null;
  text: string | null;
  html: string | null;
  /** A body is longer than anybody edits by hand, and left out. */
  tooLong: boolean;
  /** That it asked for, by name, in order. */
  providers: string[];
};
