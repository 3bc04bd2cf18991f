import { answerPreflight, bodyOf, forBrowser } from '@/lib/feed/browser';
import { markRead } from '@/lib/feed/read';
import { OwnFeedRead } from '@/lib/feed/schema';

/** What one person has read; the token of the feed decides. */
export const POST = forBrowser(async ({ contactId }, request) =>
  markRead(contactId, await bodyOf(OwnFeedRead, request)),
);

export const OPTIONS = answerPreflight;
