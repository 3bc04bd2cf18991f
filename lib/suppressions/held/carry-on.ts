import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { storedForms } from '@/lib/erasures/form';
import type { HeldAddress } from '@/lib/providers/list-api';
import type { LoadedProvider } from '@/lib/providers/load';
import { toCompare } from '@/lib/suppressions/compare';
import { suppress } from '@/lib/suppressions/suppress';
import { lifted, theirs } from './difference';

/** Of one service at most; more than any of ours holds. */
const MOST = 1_000_000;
const AT_ONCE = 1_000;

export type Progress = { runId: string; cursor: string | null };
type Provider = Pick<LoadedProvider, 'adapter' | 'config' | 'row'>;

/**
 * Reads one page of what a service holds, and notes it with where the next one begins in one statement: a process that dies in between
 * reads that page again. @returns false: it was the last one. @throws ServiceFailure
 */
export async function readPage(
  { adapter, config, row }: Provider,
  { runId, cursor }: Progress,
): Promise<boolean> {
  const { held, next } = await adapter.lists!.page(config, cursor);
  const [known] = await sql()<[{ count: number }]>`
    select count(*)::int as count from held_addresses where provider_id = ${row.id} and run_id = ${runId}`;
  const isFull = known.count >= MOST;
  const rows = isFull ? [] : await withoutErased(distinct(held));
  await sql()`
    with page as (
      insert into held_addresses (provider_id, list, address, given, cause, code, reason, held_at, run_id)
      select ${row.id}, list, address, given, cause, code, reason, held_at, ${runId} from jsonb_to_recordset(${sql().json(rows as never)}) as r(
        list text, address text, given text, cause text, code text, reason text, held_at timestamptz)
      on conflict (provider_id, list, address) do update set
        given = excluded.given, cause = excluded.cause, code = excluded.code, reason = excluded.reason, held_at = excluded.held_at,
        run_id = excluded.run_id, refused_at = case when held_addresses.held_at is not distinct from excluded.held_at then held_addresses.refused_at end
      returning 1
    )
    update provider_lists set cursor = ${next}, problem = null, detail = null
    where provider_id = ${row.id} and run_id = ${runId}`;
  if (next !== null && next !== cursor && !isFull) return true;
  await sql()`delete from held_addresses where provider_id = ${row.id} and run_id <> ${runId}`;
  return false;
}

function distinct(held: HeldAddress[]) {
  const rows = held.map(({ address, list, cause, code, reason, at }) => ({
    list,
    address: toCompare('email', address.trim()).slice(0, 320),
    given: address,
    cause,
    code: code?.slice(0, 100),
    reason: reason?.slice(0, 500),
    held_at: at,
  }));
  return storable([...new Map(rows.map((row) => [`${row.list} ${row.address}`, row])).values()]);
}

/** A service may hold somebody whose data was deleted here: that it does, and why, is kept under the form that nobody can read. */
async function withoutErased(rows: ReturnType<typeof distinct>) {
  const forms = await storedForms(rows.map(({ address }) => address));
  return rows.map((row) => {
    const form = forms.get(row.address)!;
    return form === row.address ? row : { ...row, address: form, given: form, reason: undefined };
  });
}

type Found = {
  address: string;
  cause: HeldAddress['cause'];
  code: string | null;
  reason: string | null;
  at: Date | null;
};

/** Takes over a part of what they hold and we do not: of a complaint or an unsubscribe, newsletters alone are stopped. @returns how many; 0: that was all */
export async function importSome({ row: { id, companyId } }: Pick<LoadedProvider, 'row'>): Promise<number> {
  const found = await sql()<Found[]>`
    select distinct on (h.address, h.cause) h.address, h.cause, h.code, h.reason, h.held_at as at from held_addresses h
    where ${theirs({ id, companyId })} order by h.address, h.cause, h.held_at limit ${AT_ONCE}`;
  await suppress(
    found.map(({ address, cause, code, reason, at }) => ({
      companyId,
      address,
      cause,
      category: cause === 'complaint' || cause === 'unsubscribe' ? 'marketing' : null,
      providerId: id,
      ...(code && { code }),
      ...(reason && { reason }),
      at: at ?? new Date(),
    })),
  );
  return found.length;
}

/** Tells the service of one address that was lifted here. @returns false: there is none left. @throws ServiceFailure for what may pass */
export async function tellOne({ adapter, config, row }: Provider): Promise<'told' | 'refused' | null> {
  const { id, companyId } = row;
  const [held] = await sql()<{ address: string; given: string; list: string }[]>`
    select address, given, list from held_addresses h where ${lifted({ id, companyId })} limit 1`;
  if (!held) return null;
  const refused = await adapter.lists!.remove(config, { address: held.given, list: held.list }).then(
    () => false,
    (error: { problem?: string }) => {
      if (error.problem === 'refused') return true;
      throw error;
    },
  );
  const where = sql()`provider_id = ${id} and list = ${held.list} and address = ${held.address}`;
  if (refused) await sql()`update held_addresses set refused_at = now() where ${where}`;
  else await sql()`delete from held_addresses where ${where}`;
  return refused ? 'refused' : 'told';
}
