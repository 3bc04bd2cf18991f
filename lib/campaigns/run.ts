import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import { takeUpMessages } from '@/lib/delivery/deliver';
import { isStopping } from '@/lib/delivery/pace/lanes';
import { shortage } from '@/lib/disk/room';
import { AppError, errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { countBooks, freshBooks, isBalanced } from './books';
import { cancelNext } from './cancel';
import { decideByItself } from './decide';
import { enqueueCampaigns } from './enqueue';
import { feedSlice, SLICE } from './feed';
import { finish } from './finish';
import { stopReason } from './guards';
import { pauseByItself } from './halt';
import { allowanceOf, spend } from './pace';
import { type CampaignRow, readCampaign } from './rows';
import { takeSnapshot } from './snapshot';

/** Few enough that a pause is felt soon. */
const CHUNK = 50;

/**
 * What a job of a campaign does: writes its audience down, or makes and delivers the next slice of it, or sees that it is done. Each leaves
 * rows behind from which whoever comes next goes on. One job for each slice.
 */
export async function runCampaign(workerId: string, id: string): Promise<void> {
  const row = await readCampaign({ companyId: null }, id).catch(() => null);
  if (!row || row.finishedAt) return;
  announce('campaigns');
  if (row.state === 'canceled') return cancelNext(row);
  if (row.state === 'preparing') {
    await takeSnapshot(row);
    return enqueueCampaigns([id]);
  }
  if (row.state === 'paused') return void (await countBooks(id));
  if (row.state === 'deciding') {
    await freshBooks(id, row.books);
    return decideByItself(row);
  }
  if (row.state !== 'testing' && row.state !== 'sending') return;
  const reason = await stopReason(row);
  if (reason) return pauseByItself(row, reason);
  await deliver(workerId, id, await leftBehind(id));
  try {
    // What is made already goes out; the others follow in a minute in which there is room.
    const allowance = (await shortage()) === null ? await allowanceOf(row) : 0;
    const { ids, looked } = await feedSlice(row, allowance);
    await spend(row, looked);
    if (looked > 0 && row.perMinute === null) await enqueueCampaigns([id]);
    await deliver(workerId, id, ids);
    await (looked > 0 ? freshBooks(id, row.books) : concludeWhenDone(row));
  } catch (error) {
    // A template that is gone will not come back: a person has to see it.
    if (!(error instanceof AppError)) throw error;
    log.warn('a campaign cannot go on', { id, reason: errorMessage(error) });
    await pauseByItself(row, 'template_gone');
  }
}

async function deliver(workerId: string, id: string, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += CHUNK) {
    if (isStopping() || (from > 0 && (await isHalted(id)))) return;
    await takeUpMessages(workerId, ids.slice(from, from + CHUNK));
  }
}

async function isHalted(id: string): Promise<boolean> {
  const [row] = await sql()<{ state: string }[]>`select state from campaigns where id = ${id}`;
  return row?.state !== 'testing' && row?.state !== 'sending';
}

/** Made already, due, and in nobody's hands: their worker ended, or a pause is over. Those in a line are taken out of it by others. */
async function leftBehind(id: string): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages
    where campaign_id = ${id} and due_at <= now() - interval '2 seconds' and (claimed_until is null or claimed_until < now())
      and reason is distinct from 'paced' and reason is distinct from 'no_room'
    order by id limit ${SLICE}`;
  return rows.map((row) => row.id);
}

/** So soon it is looked at again while some are under way: also what a worker held that is gone is taken up then. */
const UNDER_WAY_MS = 3_000;

/** Nobody is left to be made: it is over once the books say that nobody waits. */
async function concludeWhenDone(row: CampaignRow): Promise<void> {
  const [left] = await sql()<{ pending: boolean; undecided: boolean; open: boolean; due: boolean }[]>`
    select exists (select from campaign_recipients where campaign_id = ${row.id} and state = 'pending' and variant is not null) as pending,
      exists (select from campaign_recipients where campaign_id = ${row.id} and state = 'pending' and variant is null) as undecided,
      exists (select from messages where campaign_id = ${row.id} and due_at is not null) as open,
      exists (select from messages where campaign_id = ${row.id} and due_at <= now()) as due`;
  if (left?.pending) return;
  if (left?.due) await enqueueCampaigns([row.id], UNDER_WAY_MS);
  // What a server put off until later does not keep the others waiting; of what is under way now the wait would begin too early.
  if (row.state === 'testing' && !left?.due) return endOfSample(row, left?.undecided ?? false);
  if (row.state === 'testing' || left?.open) {
    await freshBooks(row.id, row.books);
    return;
  }
  const books = await countBooks(row.id);
  if (isBalanced(books)) await finish(row.id);
  announce('campaigns');
}

async function endOfSample(row: CampaignRow, undecided: boolean): Promise<void> {
  const waitHours = row.test?.waitHours ?? 1;
  await sql()`
    update campaigns set state = ${undecided ? 'deciding' : 'sending'}, decide_at = now() + make_interval(hours => ${waitHours}),
      updated_at = now(), version = version + 1
    where id = ${row.id} and state = 'testing'`;
  await countBooks(row.id);
}

const GRACE_HOURS = 6;

/**
 * Each minute: those whose time has come begin; those under way are looked after. One whose time is hours ago was missed while nobody was
 * there: a mailing at an hour that nobody chose is worse than none.
 */
export async function runCampaigns(): Promise<void> {
  await sql()`
    update campaigns set state = 'missed', reason = 'missed', updated_at = now(), version = version + 1
    where state = 'scheduled' and begins_at < now() - make_interval(hours => ${GRACE_HOURS})`;
  await sql()`
    update campaigns set state = 'preparing', started_at = now(), updated_at = now(), version = version + 1
    where state = 'scheduled' and begins_at <= now()`;
  const due = await sql()<{ id: string }[]>`
    select id from campaigns where finished_at is null and state in ('preparing', 'testing', 'deciding', 'sending', 'canceled') order by id`;
  await enqueueCampaigns(due.map(({ id }) => id));
}
