import { answerPreflight, bodyOf, forBrowser } from '@/lib/feed/browser';
import { markRead } from '@/lib/feed/read';
import { OwnFeedRead } from '@/lib/feed/schema';

/** What one person has read; the token of the feed decides. */
export const POST = forBrowser(async (person, request) =>
  markRead(person, await bodyOf(OwnFeedRead, request)),
);

export const OPTIONS = answerPreflight;
