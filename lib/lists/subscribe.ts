import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import { type BatchResult, upsertContacts } from '@/lib/contacts/save';
import type { Context } from '@/lib/context';
import { askWaiting } from './ask';
import { greet } from './greet';
import { type Joining, putMembers } from './put-members';
import { type ListRow, readList } from './rows';
import type { Subscribed, SubscribeInput } from './schema';

export type SubscribeResult = Subscribed | Extract<BatchResult, { error: unknown }>;

/**
 * People for a list, known already or new, each taken or refused by itself. On a list that asks first they wait until they press the button
 * in their mail, unless whoever adds them says that they agreed. @throws AppError not_found, forbidden
 */
export async function subscribeToList(
  ctx: Context,
  { id, contacts, confirmed, again }: SubscribeInput & { id: string },
): Promise<{ results: SubscribeResult[] }> {
  const list = await readList(ctx, id);
  mayChange(ctx, list.companyId);
  const { results } = await upsertContacts(ctx, { contacts, company: list.companyId });
  const state = list.optIn === 'double' && !confirmed ? 'waiting' : 'subscribed';
  const ids = results.flatMap((each) => ('error' in each ? [] : [each.id]));
  const source = ctx.actor.type === 'user' ? 'panel' : 'api';
  const by = ctx.actor.label;
  const put = await join(ctx, list, {
    ...{ contactIds: ids, state, source, by },
    again: again ? state : null,
  });
  const byContact = new Map(put.map((each) => [each.contactId, each]));
  return { results: results.map((each) => ('error' in each ? each : byContact.get(each.id)!)) };
}

/** Noted first; then who is asked is asked, and who is on it is greeted. */
export async function join(
  ctx: Context,
  list: ListRow,
  joining: Omit<Joining, 'listId'>,
): Promise<Subscribed[]> {
  if (joining.contactIds.length === 0) return [];
  const put = await mutation(ctx, 'list.subscribe', async (tx) => {
    const result = await putMembers(tx, { ...joining, listId: list.id });
    const added = result.filter(({ outcome }) => outcome === 'added').length;
    const { state, source } = joining;
    return { result, subjectId: list.id, ownerId: list.companyId, after: { state, source, added } };
  });
  await askWaiting(list.id);
  const fresh = put.filter(({ state, outcome }) => state === 'subscribed' && outcome === 'added');
  await greet(
    list,
    fresh.map(({ contactId }) => contactId),
  );
  return put;
}
