import { followAnnouncements } from '@/lib/announcements/announce';
import type { Topic } from '@/lib/announcements/topics';
import { remember } from '@/lib/async/memory';
import { liveSessions } from '@/lib/auth/session';
import { AppError, errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { type EventStream, eventStream } from './event-stream';

/** More than anybody looks at; a page has one only while it is seen. */
const MOST_OF_A_SESSION = 8;
/** Shorter than the idle time of common proxies; a page that hears nothing for longer looks for itself. */
const BEAT_MS = 15_000;
type Stream = EventStream & { sessionId: string };

const streams = new Set<Stream>();
let beating: NodeJS.Timeout | undefined;
let following: Promise<void> | undefined;
let closing = false;
remember(() => {
  following = undefined;
  closing = false;
});

/** Server-sent events (WHATWG HTML, 9.2): `change` with topics, or `*` for whatever there is; `beat`; `end`, after which nobody need come back. */
export async function openStream(sessionId: string): Promise<ReadableStream> {
  await listen();
  const own = [...streams].filter((stream) => stream.sessionId === sessionId);
  if (own.length >= MOST_OF_A_SESSION) throw new AppError('rate_limited', 'Too many open pages.');
  if (closing) throw new AppError('unavailable', 'The server is stopping.');
  const stream: Stream = { ...eventStream(() => drop(stream)), sessionId };
  streams.add(stream);
  beating ??= setInterval(() => void beat(), BEAT_MS).unref();
  stream.say('beat');
  return stream.readable;
}

/** Before the server stops: it waits for whatever is open. */
export function endStreams(): void {
  closing = true;
  for (const stream of streams) stream.end();
}

function drop(stream: Stream): void {
  streams.delete(stream);
  if (streams.size > 0) return;
  clearInterval(beating);
  beating = undefined;
}

/** Once for a process, however many streams there are; again where it could not. */
async function listen(): Promise<void> {
  following ??= followAnnouncements(tell, () => sayToAll('change', '*'));
  await following.catch((error: unknown) => {
    following = undefined;
    throw error;
  });
}

function tell(topics: Topic[]): void {
  sayToAll('change', topics.join(','));
  if (topics.includes('people')) void endRevoked();
}

function sayToAll(event: string, data?: string): void {
  for (const stream of streams) stream.say(event, data);
}

async function beat(): Promise<void> {
  await endRevoked();
  sayToAll('beat');
}

/** One question for all of them. */
async function endRevoked(): Promise<void> {
  const ids = [...new Set(Array.from(streams, ({ sessionId }) => sessionId))];
  try {
    const live = await liveSessions(ids);
    for (const stream of streams)
      if (ids.includes(stream.sessionId) && !live.has(stream.sessionId)) {
        stream.say('end');
        stream.end();
      }
  } catch (error) {
    // Nobody reads anything either, while the database is away.
    log.warn('sessions of open pages were not checked', { error: errorMessage(error) });
  }
}
