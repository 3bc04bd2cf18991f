import { answerPreflight, forBrowser } from '@/lib/feed/browser';
import { openFeedStream } from '@/lib/feed/streams';
import { EVENT_STREAM_HEADERS } from '@/lib/live/event-stream';

/** That the feed of one person changed, as it happens; the token of the feed decides. */
export const GET = forBrowser(
  async (person) => new Response(await openFeedStream(person), { headers: EVENT_STREAM_HEADERS }),
);

export const OPTIONS = answerPreflight;
