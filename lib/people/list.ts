import { sql as raw } from 'drizzle-orm';
import { invitations } from '@/drizzle/schema/people';
import { users } from '@/drizzle/schema/users';
import { accountKey } from '@/lib/auth/account-key';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isWithinReach } from './reach';
import type { InvitationView, PersonView } from './schema';
import { viewInvitation, viewPeople } from './view';

/** By name. There are tens of them, never thousands: no paging. */
export async function listPeople(ctx: Context): Promise<{ data: PersonView[] }> {
  const rows = await db().select().from(users).orderBy(raw`lower(${users.name})`, users.id);
  return {
    data: await viewPeople(
      ctx,
      rows.filter((row) => isWithinReach(ctx, row)),
    ),
  };
}

/** Those that wait for their answer, and those that expired before it came; newest first. */
export async function listInvitations(ctx: Context): Promise<{ data: InvitationView[] }> {
  const rows = await db()
    .select()
    .from(invitations)
    .where(raw`ended is null`)
    .orderBy(raw`${invitations.id} desc`)
    .limit(500);
  return { data: await Promise.all(rows.filter((row) => isWithinReach(ctx, row)).map(viewInvitation)) };
}

/** By id or address. @throws AppError not_found */
export async function getPerson(ctx: Context, ref: string): Promise<PersonView> {
  const { data } = await listPeople(ctx);
  const key = accountKey(ref);
  const found = data.find(({ id, email }) => id === ref.toLowerCase() || accountKey(email) === key);
  if (!found) throw notFound('person', ref);
  return found;
}
