import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';

/** "Last used" is for people: now and then is enough, and a failure must not fail the request. */
const FLUSH_MS = 5_000;
const MAX_KEYS = 5_000;
const KEPT_DAYS = 400;

/** Where a request comes from, and what sends it. */
export type Client = { ip: string | null; agent: string | null };
type Use = { tokenId: string; day: string; route: string; status: number; requests: number };

let uses = new Map<string, Use>();
let secrets = new Map<string, Client & { at: Date }>();
let timer: NodeJS.Timeout | undefined;
remember(takeNoted);

/** What is not known of a client stays as it was. */
export function noteSecretUse(secretId: string, client: Client): void {
  secrets.set(secretId, { ...client, at: new Date() });
  soon();
}

/** Counts an answered request; written with many others. `route` is bounded: a pattern, not an address. */
export function noteRequest(tokenId: string, route: string, status: number): void {
  const day = new Date().toISOString().slice(0, 10);
  const key = `${tokenId} ${day} ${status} ${route}`;
  const use = uses.get(key) ?? { tokenId, day, route, status, requests: 0 };
  if (use.requests === 0 && uses.size >= MAX_KEYS) return;
  use.requests++;
  uses.set(key, use);
  soon();
}

function soon(): void {
  timer ??= setTimeout(() => void flushTokenUse(), FLUSH_MS).unref();
}

/** Writes what was counted since. What cannot be written is dropped: it is a figure of use, not a record of what happened. */
export async function flushTokenUse(): Promise<void> {
  const [counted, touched] = takeNoted();
  try {
    if (counted.length > 0) await writeDays(counted);
    if (touched.length > 0) await writeSecrets(touched);
  } catch (error) {
    log.warn('token use not recorded', { error });
  }
}

function takeNoted(): [Use[], [string, Client & { at: Date }][]] {
  clearTimeout(timer);
  timer = undefined;
  const noted: ReturnType<typeof takeNoted> = [[...uses.values()], [...secrets]];
  uses = new Map();
  secrets = new Map();
  return noted;
}

async function writeDays(all: Use[]): Promise<void> {
  await sql()`
    insert into token_days as d (token_id, day, route, status, requests)
    select * from unnest(${all.map((use) => use.tokenId)}::uuid[], ${all.map((use) => use.day)}::date[],
      ${all.map((use) => use.route)}::text[], ${all.map((use) => use.status)}::smallint[], ${all.map((use) => use.requests)}::int[])
    on conflict (token_id, day, route, status) do update set requests = d.requests + excluded.requests`;
}

async function writeSecrets(all: [string, Client & { at: Date }][]): Promise<void> {
  await sql()`
    update token_secrets s set last_used_at = u.at, last_used_ip = coalesce(u.ip, s.last_used_ip), last_used_agent = u.agent
    from unnest(${all.map(([id]) => id)}::uuid[], ${all.map(([, use]) => use.at.toISOString())}::timestamptz[],
      ${all.map(([, use]) => use.ip)}::text[], ${all.map(([, use]) => use.agent?.slice(0, 200) ?? null)}::text[]) as u (id, at, ip, agent)
    where s.id = u.id and u.at > coalesce(s.last_used_at, '-infinity')`;
}

/** Nightly. */
export async function forgetOldTokenUse(): Promise<void> {
  await sql()`delete from token_days where day < current_date - ${KEPT_DAYS}::int`;
}
