import { lists } from '@/drizzle/schema/lists';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { getList, withUniqueTitle } from './change';
import { putMembers } from './put-members';
import type { ListView } from './schema';

const CHUNK = 5_000;

type Found = { title: string; companyId: string | null; contactIds: string[]; by: string };

/** A list of people who were found, not asked: nobody is greeted, and nothing says that they agreed. @throws AppError name_taken */
export async function createListOf(
  ctx: Context,
  { title, companyId, contactIds, by }: Found,
): Promise<ListView> {
  const id = newId();
  const row = { id, companyId, title, description: null, optIn: 'single' as const, openForm: false };
  await withUniqueTitle('lists_title_key', () =>
    mutation(ctx, 'list.create', async (tx) => {
      await tx.insert(lists).values({ ...row, welcome: null });
      for (let from = 0; from < contactIds.length; from += CHUNK)
        await putMembers(tx, {
          ...{ listId: id, contactIds: contactIds.slice(from, from + CHUNK), by, agreed: false },
          ...{ state: 'subscribed', again: null },
          source: ctx.actor.type === 'user' ? 'panel' : 'api',
        });
      const after = { ...row, members: contactIds.length, by };
      return { result: undefined, subjectId: id, ownerId: companyId, after };
    }),
  );
  return getList(ctx, { id });
}
