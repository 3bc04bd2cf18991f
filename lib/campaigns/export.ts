import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { csvLine } from '@/lib/text/csv';
import { OUTCOME } from './books';
import { readCampaign } from './rows';

const exports = new Semaphore(2);
const CHUNK = 2_000;
const LONGEST_MS = 15 * 60_000;

/** What can be known of each, and of what it is read: what programs did stands apart. */
const MOMENTS = {
  sentAt: `e.type in ('sent', 'captured')`,
  deliveredAt: `e.type = 'delivered'`,
  openedAt: `e.type = 'opened' and not coalesce(e.detail ? 'machine', false)`,
  clickedAt: `e.type = 'clicked' and not coalesce(e.detail ? 'machine', false)`,
  bouncedAt: `e.type = 'bounced'`,
  complainedAt: `e.type = 'complained'`,
  unsubscribedAt: `e.type = 'unsubscribed'`,
  openedByProgramAt: `e.type = 'opened' and coalesce(e.detail ? 'machine', false)`,
  clickedByProgramAt: `e.type = 'clicked' and coalesce(e.detail ? 'machine', false)`,
} as const;
const TYPES = ['sent', 'captured', 'delivered', 'opened', 'clicked', 'bounced', 'complained', 'unsubscribed'];
const WHO = ['contact', 'name', 'address', 'outcome', 'reason', 'variant'] as const;
const NAMES = [...WHO, ...Object.keys(MOMENTS), 'message'];

type Line = Record<(typeof WHO)[number] | 'message', string | null> &
  Record<keyof typeof MOMENTS, Date | null>;

/** Everybody it was for, as a file that is made while it is read: however many they are, few are in memory. @throws AppError not_found */
export async function exportRecipients(
  ctx: Context,
  { id }: { id: string },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  await readCampaign(ctx, id);
  const encoder = new TextEncoder();
  async function* encode() {
    yield encoder.encode(csvLine(NAMES));
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const lines = await readLines(id, after);
      if (lines.length > 0) yield encoder.encode(lines.map((line) => csvLine(cellsOf(line))).join(''));
      if (lines.length < CHUNK) return;
      after = lines.at(-1)!.contact!;
    }
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

function readLines(id: string, after: string): Promise<Line[]> {
  const moments = Object.entries(MOMENTS).map(([name, is]) => `min(e.at) filter (where ${is}) as "${name}"`);
  const names = Object.keys(MOMENTS).map((name) => `s."${name}"`);
  return sql()<Line[]>`
    with page as materialized (
      select r.contact_id, r.name, r.address, ${sql().unsafe(OUTCOME)} as outcome, coalesce(r.reason, m.reason) as reason, r.variant, r.message_id
      from campaign_recipients r left join messages m on m.id = r.message_id
      where r.campaign_id = ${id} and r.contact_id > ${after}
      order by r.contact_id limit ${CHUNK}
    ), seen as (
      select e.message_id, ${sql().unsafe(moments.join(', '))} from events e
      where e.message_id in (select message_id from page) and e.type = any(${TYPES})
      group by 1
    )
    select p.contact_id as contact, p.name, p.address, p.outcome, p.reason, chr(65 + p.variant) as variant, ${sql().unsafe(names.join(', '))}, p.message_id as message
    from page p left join seen s on s.message_id = p.message_id
    order by p.contact_id`;
}

function cellsOf(line: Line): (string | null)[] {
  return NAMES.map((name) => {
    const value = line[name as keyof Line];
    return value instanceof Date ? value.toISOString() : value;
  });
}
