import { mutation } from '@/lib/audit/mutation';
import { moveCampaignPlaces } from '@/lib/campaigns/move';
import { mayChange } from '@/lib/companies/scoped';
import { absorb } from '@/lib/contacts/absorb';
import { getContact, holdContact, readContact } from '@/lib/contacts/get';
import type { ContactView, MergeInput } from '@/lib/contacts/schema';
import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { moveFeed } from '@/lib/feed/move';
import { moveMemberships } from '@/lib/lists/move';
import { moveNotifications } from '@/lib/notifications/move';
import { moveSubjects } from '@/lib/subjects/move';

/**
 * Two contacts who are one person: what the other was told, follows and wanted is now of this one, which knows what either knew; of what
 * both say differently this one is right. @throws AppError not_found, forbidden; validation_failed for two of different companies
 */
export async function mergeContacts(
  ctx: Context,
  { id: ref, other: otherRef }: MergeInput & { id: string },
): Promise<ContactView> {
  const [{ id }, { id: otherId }] = [await readContact(ctx, ref), await readContact(ctx, otherRef)];
  if (id === otherId) throw invalid('other', 'merge_itself');
  await mutation(ctx, 'contact.merge', async (tx) => {
    // Two that are merged both ways at once hold them in one order.
    const [first, second] = [id, otherId].toSorted();
    const held = [await holdContact(tx, ctx, first!), await holdContact(tx, ctx, second!)];
    const kept = held.find((row) => row.id === id)!;
    const other = held.find((row) => row.id === otherId)!;
    if (kept.companyId !== other.companyId) throw invalid('other', 'merge_companies');
    mayChange(ctx, kept.companyId);
    for (const move of [moveNotifications, moveFeed, moveSubjects, moveMemberships, moveCampaignPlaces])
      await move(tx, { from: otherId, to: id });
    const after = await absorb(tx, kept, other);
    return { result: undefined, subjectId: id, ownerId: kept.companyId, before: { kept, other }, after };
  });
  return getContact(ctx, { id });
}
