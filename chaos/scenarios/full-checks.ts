import type { Checks } from '../checks';
import type { Ledger } from '../mail/ledger';
import type { Run } from '../scenario';
import type { Operator } from './full-operator';

/** Taken up together, by the room in a lane and what is on its way: their order among each other is open. */
const TAKEN_TOGETHER = 60;

type Row = { id: string; status: string; reason: string | null; recipients: { address: string }[] };

/**
 * Canceled or expired: to nobody, but for one that was on its way at a kill: nobody knows its outcome, so that a person may close it, and it may be out.
 * Everything else: to everybody, once.
 */
export async function checkFates(
  { sql }: Run,
  checks: Checks,
  ids: string[],
  ledger: Ledger,
  { canceled, inFlight }: Operator,
): Promise<void> {
  const rows = await sql()<Row[]>`select id, status, reason, recipients from messages where id = any(${ids})`;
  const fates = rows.map(({ id, status, reason, recipients }) => ({
    id,
    status,
    reason,
    copies: ledger.of(id).length,
    kills: inFlight.get(id) ?? 0,
    missing: recipients.filter(({ address }) => !ledger.of(id).some(({ to }) => to.includes(address))).length,
  }));
  const isCanceled = ({ id }: Row | (typeof fates)[number]) => canceled.has(id);
  const hasExpired = ({ status, reason }: (typeof fates)[number]) =>
    status === 'failed' && reason === 'expired';
  checks.equal('messages', rows.length, ids.length);
  checks.none(
    'canceled, and not shown so',
    fates.filter((fate) => isCanceled(fate) && fate.status !== 'canceled'),
  );
  checks.none(
    'canceled or expired, and sent all the same',
    fates.filter((fate) => (isCanceled(fate) || hasExpired(fate)) && fate.copies > fate.kills),
  );
  const others = fates.filter((fate) => !isCanceled(fate) && !hasExpired(fate));
  checks.none(
    'neither canceled nor expired, and not sent',
    others.filter(({ status, missing }) => status !== 'sent' || missing > 0),
  );
  checks.none(
    'sent more often than a kill explains',
    others.filter(({ id, copies }) => copies > 1 + (inFlight.get(id) ?? 0)),
  );
}

type Standing = { line: string[]; firstId: string; untouched: (id: string) => boolean; ledger: Ledger };

/** Of those that stood in the line of the provider and went through it, none passed many who had stood before it. */
export async function checkOrder(
  { sql }: Run,
  checks: Checks,
  { line, firstId, untouched, ledger }: Standing,
): Promise<void> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages
    where id = any(${line}) and provider_id = ${firstId} and status = 'sent' and jsonb_array_length(recipients) = 1
      and provider_ids is not null and claim_no > 0`;
  const went = new Set(rows.map(({ id }) => id));
  const standing = line.filter((id) => went.has(id) && untouched(id));
  const arrivals = standing.toSorted((a, b) => ledger.of(a)[0]!.at - ledger.of(b)[0]!.at);
  const arrival = new Map(arrivals.map((id, index) => [id, index]));
  const passed = standing.map((id, index) => index - arrival.get(id)!);
  checks.that('messages whose order can be told', standing.length > 10, standing.length);
  checks.atMost(
    'places by which a message passed others of its line',
    Math.max(0, ...passed),
    TAKEN_TOGETHER,
  );
}
