import type { StoredRecipient } from '@/drizzle/schema/messages';
import { companyLimits } from '@/lib/capacity/company-limits';
import { type Full, leaseRoom } from '@/lib/capacity/leases';
import { type Limited, limitsOf } from '@/lib/capacity/limits';
import { isOpen } from '@/lib/channels/open-recipient';
import { unitsOf } from '@/lib/channels/units';
import { sql } from '@/lib/database/db';
import { URGENT } from '@/lib/queue/priority';
import { currentSettings } from '@/lib/settings/current';
import type { ClaimedMessage } from './claim';
import type { Wait } from './next-state';
import { Standings } from './standings';
import { untilMs } from './wait-for-pace';
import { after, windowAfter } from './waiting-line';

type Room = { ok: true; giveBack: () => void } | { ok: false; wait: Wait };

/**
 * Room in the limits of the message's company, leased for the whole delivery, whichever providers it takes: a message that is over the
 * limit asks none. What an urgent one may use of the buffer is as with providers.
 */
export async function takeCompanyRoom(message: ClaimedMessage): Promise<Room> {
  const company = await companyLimits(message.companyId);
  if (!company) return { ok: true, giveBack: () => undefined };
  const open = message.recipients.filter(isOpen);
  const lease = await leaseRoom(company, unitsOf(message, open.length), message.priority === URGENT);
  if (!lease.ok) return { ok: false, wait: await waitForCompany(company, lease.full) };
  return { ok: true, giveBack: () => lease.giveBack(unitsOf(message, countSent(open, message.recipients))) };
}

/** Who got it, or may have, in this delivery. */
function countSent(before: StoredRecipient[], now: StoredRecipient[]): number {
  const was = new Map(before.map(({ address, status }) => [address, status]));
  return now.filter(
    ({ address, status }) =>
      was.has(address) && was.get(address) !== status && (status === 'accepted' || status === 'unknown'),
  ).length;
}

/**
 * Nobody pulls those who wait for their company: each is woken when its turn comes, as far as can be told by how many came before it. All
 * at once they would be put back at once, but for a few.
 */
async function waitForCompany(company: Limited, { unit, until }: Full): Promise<Wait> {
  const ahead = await standings.join(company.id);
  const { bufferPercent } = (await currentSettings()).delivery.limits;
  const limit = limitsOf(company, { urgent: false, bufferPercent }, new Date()).find(
    (each) => each.unit === unit,
  );
  const windows = Math.floor(ahead / Math.max(1, limit?.capacity ?? 1));
  return { reason: 'company_limit', ms: untilMs(after(windowAfter(company, unit, until, windows))) };
}

const standings = new Standings(async (companyId) => {
  // The state is spelt out, so that the planner sees that the index of rare ones serves.
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int from messages
    where status = 'parked' and status not in ('sent', 'delivered') and company_id = ${companyId} and reason = 'company_limit'`;
  return row?.count ?? 0;
});
