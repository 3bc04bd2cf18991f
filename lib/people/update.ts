import { mutation } from '@/lib/audit/mutation';
import { changeUser, endSessions, type UserRow } from '@/lib/auth/change-user';
import { forgetDevices } from '@/lib/auth/known-devices';
import type { Context } from '@/lib/context';
import { holdPerson, keepAnAdministrator, lockPeople } from './hold';
import { companyIdsFor } from './reach';
import type { PersonPatch, PersonView } from './schema';
import { auditPerson, viewPerson } from './view';

type Changes = Partial<Pick<UserRow, 'name' | 'role' | 'companyIds' | 'active'>>;

/** Other rights end the person's sessions. @throws AppError not_found, forbidden; conflict for the last administrator */
export async function updatePerson(
  ctx: Context,
  { id, companies, ...patch }: PersonPatch & { id: string },
): Promise<PersonView> {
  const companyIds = companies === undefined ? undefined : await companyIdsFor(ctx, companies);
  return change(ctx, 'person.update', id, { ...patch, ...(companyIds !== undefined && { companyIds }) });
}

/** Ends all sessions at once; the account and what it did stay. @throws AppError not_found; conflict for the last administrator */
export function deactivatePerson(ctx: Context, { id }: { id: string }): Promise<PersonView> {
  return change(ctx, 'person.deactivate', id, { active: false });
}

/** The way back: the person signs in with the password from before. @throws AppError not_found */
export function activatePerson(ctx: Context, { id }: { id: string }): Promise<PersonView> {
  return change(ctx, 'person.activate', id, { active: true });
}

async function change(ctx: Context, action: string, id: string, changes: Changes): Promise<PersonView> {
  const row = await mutation(ctx, action, async (tx) => {
    await lockPeople(tx);
    const before = await holdPerson(tx, ctx, id);
    const after = await changeUser(tx, before.id, changes);
    if (isLess(before, after)) await keepAnAdministrator(tx);
    if (hasOtherRights(before, after)) await endSessions(tx, before.id, 'rights');
    if (!after.active) await forgetDevices(tx, before.id);
    return { result: after, subjectId: before.id, before: auditPerson(before), after: auditPerson(after) };
  });
  return viewPerson(ctx, row);
}

function isLess(before: UserRow, after: UserRow): boolean {
  return before.role === 'administrator' && hasOtherRights(before, after);
}

function hasOtherRights(before: UserRow, after: UserRow): boolean {
  return (
    before.role !== after.role ||
    before.active !== after.active ||
    JSON.stringify(before.companyIds?.toSorted()) !== JSON.stringify(after.companyIds?.toSorted())
  );
}
