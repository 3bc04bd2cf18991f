import { eq, sql as raw } from 'drizzle-orm';
import { type StoredRead, subjectSources } from '@/drizzle/schema/subject-sources';
import { Breath } from '@/lib/async/breath';
import { mayChange } from '@/lib/companies/scoped';
import { type Context, jobContext } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { JsonScan } from '@/lib/http/json-scan';
import { LargeJson } from '@/lib/http/parse-json';
import { scanInTurns } from '@/lib/http/scan-in-turns';
import { log } from '@/lib/log';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { nextRun } from '@/lib/rules/clock';
import { importSubjects } from '@/lib/subjects/import';
import { upsertSubjects } from '@/lib/subjects/save';
import { MAX_SUBJECTS } from '@/lib/subjects/schema';
import { askSource, SourceProblem } from './ask';
import { type FoundSource, findSource, readSource, viewSource } from './rows';
import type { SourceView } from './schema';

/** Whoever was killed in the middle is made up for after it; read twice it comes to the same. */
const LEASE_MINUTES = 10;
/** Rows are read as they come; of JSON all has to be there. */
const MOST_JSON_BYTES = 4 * 1024 * 1024;
const MOST_VALUES = 400_000;
const MOST_MEMBERS = 50_000;
const MOST_DETAIL = 300;

/** Every address whose time has come, one after the other, each by one worker alone. @returns how many were read */
export async function readDueSources(now = new Date()): Promise<number> {
  let read = 0;
  for (let found = await claimDue(now); found; found = await claimDue(now)) {
    await takeFrom(found, now);
    read++;
  }
  return read;
}

/** Now, whatever its clock says. @throws AppError not_found, forbidden */
export async function readSourceNow(ctx: Context, { id }: { id: string }): Promise<SourceView> {
  const found = await readSource(ctx, id);
  mayChange(ctx, found.row.companyId);
  await takeFrom(found, new Date());
  return viewSource(ctx, await readSource(ctx, id));
}

async function claimDue(now: Date): Promise<FoundSource | undefined> {
  const [due] = await sql()<{ id: string }[]>`
    update subject_sources set next_read_at = ${now}::timestamptz + make_interval(mins => ${LEASE_MINUTES})
    where id = (
      select id from subject_sources where next_read_at <= ${now} order by next_read_at limit 1 for update skip locked
    ) returning id`;
  return due && findSource(due.id);
}

async function takeFrom({ row, kind }: FoundSource, now: Date): Promise<void> {
  const ctx = { ...jobContext('read-subject-sources'), companyId: row.companyId };
  const outcome = await askSource(row, new AbortController().signal)
    .then((reply) => store(ctx, { row, kind }, reply))
    .then(
      (result) => ({ result, problem: null }),
      (error) => ({ problem: problemOf(error) }),
    );
  if (outcome.problem) log.warn('subjects not read', { id: row.id, ...outcome.problem });
  await db()
    .update(subjectSources)
    .set({
      ...outcome,
      failures: outcome.problem ? raw`${subjectSources.failures} + 1` : 0,
      lastReadAt: now,
      nextReadAt: row.active ? nextRun(row.cron, row.timeZone, now) : null,
    })
    .where(eq(subjectSources.id, row.id));
}

function problemOf(error: unknown) {
  if (error instanceof SourceProblem) return { code: error.code, detail: error.detail };
  // What is wrong with the whole of it, such as a file without keys.
  if (error instanceof AppError)
    return {
      code: 'not_subjects',
      detail: (error.errors?.map(({ message }) => message).join(' ') || error.message).slice(0, MOST_DETAIL),
    };
  throw error;
}

/** What stands there is added or changed; what no longer stands there stays as it is. @throws SourceProblem, AppError */
async function store(ctx: Context, { row, kind }: FoundSource, reply: OutboundReply): Promise<StoredRead> {
  const { text, headers } = reply;
  if (/\bjson\b/i.test(headers['content-type'] ?? '')) return storeItems(ctx, kind, await itemsIn(text));
  if (/\bhtml\b/i.test(headers['content-type'] ?? '')) throw new SourceProblem('not_subjects', 'a web page');
  const { columns, decimal, dates } = row;
  const written = { ...(columns && { columns }), ...(decimal && { decimal }), dates };
  const { created, changed, same, wrong } = await importSubjects(ctx, text, {
    kind,
    ...written,
    dryRun: 'false',
  });
  return { created, changed, same, wrong };
}

async function itemsIn(text: string): Promise<unknown[]> {
  if (text.length > MOST_JSON_BYTES) throw new SourceProblem('too_large', 'more than 4 MB of JSON');
  const read = await parse(text);
  const items = Array.isArray(read) ? read : (read as { subjects?: unknown } | null)?.subjects;
  if (Array.isArray(items)) return items;
  throw new SourceProblem('not_subjects', 'neither a list nor an object with a list “subjects”');
}

/** Beside the event loop, and bounded before anything is made of it: what somebody else's server says may be anything. */
async function parse(text: string): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  const json = new LargeJson();
  try {
    await scanInTurns(bytes, new JsonScan(MOST_VALUES, MOST_MEMBERS), (piece) => json.push(piece));
  } catch (error) {
    json.drop();
    throw new SourceProblem('too_large', (error as Error).message);
  }
  try {
    return await json.parse();
  } catch {
    throw new SourceProblem('not_subjects', 'it is not JSON');
  }
}

async function storeItems(ctx: Context, kind: string, items: unknown[]): Promise<StoredRead> {
  const read: StoredRead = { created: 0, changed: 0, same: 0, wrong: 0 };
  const breath = new Breath();
  for (let from = 0; from < items.length; from += MAX_SUBJECTS) {
    await breath.take();
    const subjects = items.slice(from, from + MAX_SUBJECTS);
    const { results } = await upsertSubjects(ctx, { kind, subjects });
    for (const result of results) read[result instanceof AppError ? 'wrong' : result.outcome]++;
  }
  return read;
}
