import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { announce, flushAnnouncements } from '@/lib/announcements/announce';
import { createUser } from '@/lib/auth/create-user';
import { revokeSessionById, sessionCookieName, startSession } from '@/lib/auth/session';
import { sealSession } from '@/lib/auth/session-cookie';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { directRoute } from './direct-routes';

useTestDatabase();
const server = createServer((request, response) => void directRoute(request)?.(response));
const open: AbortController[] = [];
let userId: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  userId = (
    await createUser(commandContext(), {
      email: 'ana@example.com',
      name: 'Ana',
      password: 'correct horse battery staple',
      role: 'viewer',
    })
  ).id;
});
afterEach(() => {
  for (const each of open.splice(0)) each.abort();
});
afterAll(() => server.close());

async function cookie(): Promise<{ sid: string; cookie: string }> {
  const sid = await startSession(userId, { ip: null, userAgent: null });
  return { sid, cookie: `${sessionCookieName()}=${await sealSession(sid)}` };
}

async function follow(given: string) {
  const abort = new AbortController();
  open.push(abort);
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/live`, {
    headers: { cookie: given },
    signal: abort.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  /** All that was said until `text` was; without it until the end. */
  const until = async (text?: string): Promise<string> => {
    while (text === undefined || !heard.includes(text)) {
      const { done, value } = await reader.read();
      if (done) return heard;
      heard += value;
    }
    return heard;
  };
  return { response, until, abort };
}

describe('the stream of changes', () => {
  it('is for who is signed in', async () => {
    for (const given of ['', `${sessionCookieName()}=forged`]) {
      const { response, until } = await follow(given);
      expect([response.status, JSON.parse(await until()).code]).toEqual([401, 'unauthorized']);
    }
  });

  it('begins with a beat, so that a page knows that it comes through, and says what is announced', async () => {
    const { response, until } = await follow((await cookie()).cookie);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(await until('beat')).toBe('retry: 3000\nevent: beat\ndata: -\n\n');
    // What was done to get here is told by itself.
    await flushAnnouncements();
    announce('alerts');
    announce('messages');
    announce('alerts');
    expect(await until('alerts,messages\n\n')).toContain('event: change\ndata: alerts,messages\n\n');
  });

  it('says that messages changed, whoever changed one, also past this process', async () => {
    await makeProvider();
    const { until } = await follow((await cookie()).cookie);
    await until('beat');
    await makeMessage();
    expect(await until('messages')).toContain('event: change');
    await sql()`select pg_notify('relevo_changes', 'workers')`;
    expect(await until('data: workers')).toContain('event: change');
  });

  it('ends with its session, and no other with it', async () => {
    const [one, other] = [await cookie(), await cookie()];
    const [mine, theirs] = [await follow(one.cookie), await follow(other.cookie)];
    await Promise.all([mine.until('beat'), theirs.until('beat')]);
    await revokeSessionById(one.sid);
    expect(await mine.until()).toContain('event: end');
    announce('tokens');
    expect(await theirs.until('data: tokens')).not.toContain('event: end');
  });

  it('keeps no session alive', async () => {
    const { sid, cookie: given } = await cookie();
    await sql()`update sessions set last_seen_at = now() - interval '10 minutes' where id = ${sid}`;
    await (await follow(given)).until('beat');
    const [row] =
      await sql()`select last_seen_at < now() - interval '9 minutes' as unseen from sessions where id = ${sid}`;
    expect(row).toEqual({ unseen: true });
  });

  it('is there eight times for a session, and again when one of them has gone', async () => {
    const { cookie: given } = await cookie();
    const eight = await Promise.all(Array.from({ length: 8 }, () => follow(given)));
    await Promise.all(eight.map(({ until }) => until('beat')));
    expect((await follow(given)).response.status).toBe(429);
    eight[0]!.abort.abort();
    await expect.poll(async () => (await follow(given)).response.status).toBe(200);
  });

  it('needs one connection to listen, however many there are', async () => {
    const { cookie: given } = await cookie();
    const streams = await Promise.all(Array.from({ length: 5 }, () => follow(given)));
    await Promise.all(streams.map(({ until }) => until('beat')));
    const [row] = await sql()<[{ count: number }]>`
      select count(*)::int from pg_stat_activity where datname = current_database() and query ilike 'listen %'`;
    expect(row.count).toBe(1);
  });
});
