import { z } from 'zod';
import { shortText } from '@/lib/validation';

const MAX_ITEMS = 100;

/** What a page of it may ask for. */
const paging = {
  limit: z.coerce.number().int().min(1).max(MAX_ITEMS).default(20),
  cursor: z.uuid().optional(),
};

/** Id or key of a contact. */
const contact = shortText(120).min(1);

/** `GET /api/v1/feed`. */
export const FeedQuery = z.strictObject({ contact, ...paging });
export type FeedQuery = z.output<typeof FeedQuery>;

/** The same by the token of one person. */
export const OwnFeedQuery = z.strictObject(paging);
export type OwnFeedQuery = z.output<typeof OwnFeedQuery>;

/** What was read; without ids everything until now. */
export const OwnFeedRead = z.strictObject({ ids: z.array(z.uuid()).min(1).max(MAX_ITEMS).optional() });
export type OwnFeedRead = z.output<typeof OwnFeedRead>;

/** `POST /api/v1/feed/read`. */
export const FeedRead = z.strictObject({ contact, ...OwnFeedRead.shape });
export type FeedRead = z.output<typeof FeedRead>;

/** `POST /api/v1/feed/tokens`: for the browser of one person. */
export const FeedTokenInput = z.strictObject({
  contact,
  minutes: z.number().int().min(1).max(60).default(15),
});
export type FeedTokenInput = z.output<typeof FeedTokenInput>;

export type FeedItem = {
  id: string;
  /** Key of its notification type. */
  type: string;
  title: string;
  body: string;
  /** Where it leads; null: nowhere. */
  url: string | null;
  createdAt: string;
  readAt: string | null;
};

/** `unread`: of the whole feed, counted to a thousand. */
export type FeedPage = { data: FeedItem[]; unread: number; nextCursor: string | null };
export type FeedToken = { token: string; expiresAt: string };
