import { sql as raw } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import { boundTo, type Context } from '@/lib/context';
import { sql, type Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { getProvider } from '@/lib/providers/get';
import { loadProvider } from '@/lib/providers/load';
import { findAdapter } from '@/lib/providers/registry';
import { lockProvider } from '@/lib/providers/write';
import { enqueue } from '@/lib/queue/enqueue';
import { refusal } from '@/lib/refusals';
import { readDifference } from './difference';
import type { ProviderListsPatch, ProviderListsView } from './schema';

type Row = Pick<
  ProviderListsView,
  'nightly' | 'step' | 'imported' | 'removed' | 'problem' | 'detail' | 'held'
> & {
  readAt: Date | null;
  appliedAt: Date | null;
  notBefore: Date | null;
};

const NOTHING: Row = {
  nightly: false,
  step: 'rest',
  imported: 0,
  removed: 0,
  problem: null,
  detail: null,
  held: 0,
  readAt: null,
  appliedAt: null,
  notBefore: null,
};

/** What a service holds, and how that differs from our list. Of a shared provider only for who sees all companies. @throws AppError not_found */
export async function getProviderLists(ctx: Context, { id }: { id: string }): Promise<ProviderListsView> {
  const { id: providerId } = await getProvider(ctx, id);
  const { row: provider, adapter } = (await loadProvider(providerId))!;
  const { companyId } = provider;
  const bound = boundTo(ctx);
  const isTheirs = !bound || (companyId !== null && bound.includes(companyId));
  const [row = NOTHING] = isTheirs
    ? await sql()<Row[]>`
        select nightly, step, imported, removed, problem, detail, read_at as "readAt", applied_at as "appliedAt",
          case when not_before > now() then not_before end as "notBefore",
          (select count(*)::int from held_addresses h where h.provider_id = l.provider_id) as held
        from provider_lists l where provider_id = ${providerId}`
    : [];
  const { readAt, appliedAt, notBefore, ...plain } = row;
  return {
    ...plain,
    supported: adapter.lists !== undefined,
    readAt: readAt?.toISOString() ?? null,
    appliedAt: appliedAt?.toISOString() ?? null,
    waitsUntil: row.step === 'rest' ? null : (notBefore?.toISOString() ?? null),
    difference: readAt ? await readDifference({ id: providerId, companyId }) : null,
  };
}

/** Reads the list of the service page by page, in the background, and changes nothing but what is known of it. @throws AppError not_found, conflict, forbidden */
export function readProviderLists(ctx: Context, { id }: { id: string }): Promise<ProviderListsView> {
  return change(ctx, id, 'provider_list.read', async (tx, providerId, name) => {
    const rows = await tx.execute(raw`
      insert into provider_lists (provider_id, step, run_id, begun_at) values (${providerId}, 'read', gen_random_uuid(), now())
      on conflict (provider_id) do update set step = 'read', applies = false, run_id = gen_random_uuid(), cursor = null,
        begun_at = now(), not_before = null, problem = null, detail = null
      where provider_lists.step = 'rest'
      returning 1`);
    if (rows.length > 0) return {};
    // What is being read already goes on where it is, now instead of later.
    const reading = await tx.execute(raw`
      update provider_lists set not_before = null where provider_id = ${providerId} and step = 'read' returning 1`);
    if (reading.length === 0)
      throw new AppError(
        'conflict',
        `The list of ${name} is being taken over at this moment.`,
        refusal('list_under_way', { name }),
      );
    return {};
  });
}

/**
 * Takes the difference over, in the background: what they hold and we do not comes into our list, and they are told what was lifted here.
 * @throws AppError not_found, conflict where it was not read yet, forbidden
 */
export function applyProviderLists(ctx: Context, { id }: { id: string }): Promise<ProviderListsView> {
  return change(ctx, id, 'provider_list.ask', async (tx, providerId, name) => {
    const rows = await tx.execute(raw`
      update provider_lists set step = 'apply', imported = 0, removed = 0, not_before = null, problem = null, detail = null
      where provider_id = ${providerId} and step = 'rest' and read_at is not null returning 1`);
    if (rows.length === 0)
      throw new AppError(
        'conflict',
        `The list of ${name} was not read yet.`,
        refusal('list_not_read', { name }),
      );
    return {};
  });
}

/** Whether both are kept in step each night. @throws AppError not_found, conflict, forbidden */
export function setProviderLists(
  ctx: Context,
  { id, nightly }: ProviderListsPatch & { id: string },
): Promise<ProviderListsView> {
  return change(ctx, id, 'provider_list.set', async (tx, providerId) => {
    await tx.execute(raw`
      insert into provider_lists (provider_id, nightly) values (${providerId}, ${nightly})
      on conflict (provider_id) do update set nightly = excluded.nightly,
        -- Who says no means what is under way, too.
        applies = provider_lists.applies and excluded.nightly`);
    return { nightly };
  });
}

async function change(
  ctx: Context,
  id: string,
  action: string,
  work: (tx: Transaction, providerId: string, name: string) => Promise<object>,
): Promise<ProviderListsView> {
  await mutation(ctx, action, async (tx) => {
    const { id: providerId, kind, name, companyId } = await lockProvider(tx, ctx, id);
    if (!findAdapter(kind)?.lists)
      throw new AppError(
        'conflict',
        `The service of ${name} documents no list of suppressed addresses in its API.`,
        refusal('no_list', { name }),
      );
    const after = await work(tx, providerId, name);
    await enqueue(tx, 'keep-lists', {}, 'now');
    return { result: undefined, subjectId: providerId, ownerId: companyId, after };
  });
  return getProviderLists(ctx, { id });
}
