import { followAnnouncements } from '@/lib/announcements/announce';
import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { AppError, errorMessage } from '@/lib/errors';
import { type EventStream, eventStream } from '@/lib/live/event-stream';
import { log } from '@/lib/log';
import type { Person } from './browser';
import { ofRow, toldBy } from './told-by';

const MOST_OF_A_PERSON = 4;
const MOST_HERE = 5_000;
/** Shorter than the idle time of common proxies. */
const BEAT_MS = 15_000;

type Following = { person: Person; stream: EventStream; said: string };

const followed = new Set<Following>();
let beating: NodeJS.Timeout | undefined;
let following: Promise<void> | undefined;
let closing = false;
remember(() => {
  following = undefined;
  closing = false;
});

/** Server-sent events (WHATWG HTML, 9.2): `feed` with `{ unread, newest }` whenever it is another, `beat`, and `end` once the token is over. */
export async function openFeedStream(person: Person): Promise<ReadableStream> {
  if (closing) throw new AppError('unavailable', 'The server is stopping.');
  const own = [...followed].filter((each) => each.person.contactId === person.contactId);
  if (own.length >= MOST_OF_A_PERSON || followed.size >= MOST_HERE)
    throw new AppError('rate_limited', 'Too many open pages.', { retryAfterSeconds: 30 });
  await listen();
  const one: Following = { person, said: '', stream: eventStream(() => drop(one)) };
  followed.add(one);
  beating ??= setInterval(beat, BEAT_MS).unref();
  await tellWhatIs([one]);
  return one.stream.readable;
}

/** Before the server stops: it waits for whatever is open. */
export function endFeedStreams(): void {
  closing = true;
  for (const { stream } of followed) stream.end();
}

function drop(one: Following): void {
  followed.delete(one);
  if (followed.size > 0) return;
  clearInterval(beating);
  beating = undefined;
}

async function listen(): Promise<void> {
  const tellAll = () => void tellWhatIs([...followed]);
  following ??= followAnnouncements((topics) => topics.includes('feed') && tellAll(), tellAll);
  await following.catch((error: unknown) => {
    following = undefined;
    throw error;
  });
}

type Now = { key: string; unread: number; newest: string | null };

const keyOf = ({ person }: Following) => `${person.contactId} ${person.companyId}`;

/** One question for all who look; only who has something else to see is told. */
async function tellWhatIs(those: Following[]): Promise<void> {
  if (those.length === 0) return;
  try {
    const whose = [...new Map(those.map((one) => [keyOf(one), { key: keyOf(one), ...one.person }])).values()];
    const rows = await sql()<Now[]>`
      select p.key,
        (select count(*)::int from (
          select from feed_items f where f.contact_id = p."contactId" and f.read_at is null and ${toldBy(ofRow('p.companyId'))} limit 1000) u) as unread,
        (select f.id from feed_items f where f.contact_id = p."contactId" and ${toldBy(ofRow('p.companyId'))} order by f.id desc limit 1) as newest
      from jsonb_to_recordset(${sql().json(whose as never)}::jsonb) as p(key text, "contactId" uuid, "companyId" uuid)`;
    const now = new Map(rows.map(({ key, ...rest }) => [key, JSON.stringify(rest)]));
    for (const one of those) {
      const said = now.get(keyOf(one))!;
      if (said !== one.said) one.stream.say('feed', said);
      one.said = said;
    }
  } catch (error) {
    log.warn('open feeds were not told', { error: errorMessage(error) });
  }
}

function beat(): void {
  for (const { person, stream } of followed)
    if (person.expiresAt <= new Date()) {
      stream.say('end');
      stream.end();
    } else stream.say('beat');
}
