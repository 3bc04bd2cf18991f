import type { invitations } from '@/drizzle/schema/people';
import type { UserRow } from '@/lib/auth/change-user';
import { lastSeen } from '@/lib/auth/last-seen';
import { secondFactorHolders } from '@/lib/auth/second-factor/holders';
import type { Context } from '@/lib/context';
import { may } from '@/lib/permissions';
import { keysOf } from './reach';
import type { InvitationView, PersonView } from './schema';

export type InvitationRow = typeof invitations.$inferSelect;

export async function viewPerson(ctx: Context, row: UserRow): Promise<PersonView> {
  const [view] = await viewPeople(ctx, [row]);
  return view!;
}

export async function viewPeople(ctx: Context, rows: UserRow[]): Promise<PersonView[]> {
  const ids = rows.map(({ id }) => id);
  const [seen, holders] = await Promise.all([
    lastSeen(ids),
    looksAfterPeople(ctx) ? secondFactorHolders(ids) : null,
  ]);
  return Promise.all(
    rows.map(async (row) => ({
      ...(await view(row, seen.get(row.id) ?? row.lastSignInAt)),
      ...(holders && { secondFactor: holders.has(row.id) }),
    })),
  );
}

function looksAfterPeople({ actor }: Context): boolean {
  if (actor.type === 'user') return may(actor.role, 'people.write');
  return actor.type !== 'token' || actor.scopes.includes('people:write');
}

async function view(row: UserRow, seenAt: Date | null): Promise<PersonView> {
  const { id, email, name, role, active } = row;
  return {
    id,
    email,
    name,
    role,
    companies: await keysOf(row.companyIds),
    active,
    lastSeenAt: seenAt?.toISOString() ?? null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

export async function viewInvitation(row: InvitationRow): Promise<InvitationView> {
  const { id, email, role, language, invitedBy } = row;
  return {
    id,
    email,
    role,
    companies: await keysOf(row.companyIds),
    language,
    invitedBy,
    expired: row.expiresAt.getTime() <= Date.now(),
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

/** For the audit log: without the hash of the link. */
export function auditInvitation({ email, role, companyIds, expiresAt, end }: InvitationRow) {
  return { email, role, companyIds, expiresAt: expiresAt.toISOString(), ended: end };
}

/** For the audit log: without the password's hash. */
export function auditPerson({ email, name, role, companyIds, active }: UserRow) {
  return { email, name, role, companyIds, active };
}
