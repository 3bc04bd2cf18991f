import type { invitations } from '@/drizzle/schema/people';
import type { UserRow } from '@/lib/auth/change-user';
import { lastSeen } from '@/lib/auth/last-seen';
import { keysOf } from './reach';
import type { InvitationView, PersonView } from './schema';

export type InvitationRow = typeof invitations.$inferSelect;

export async function viewPerson(row: UserRow): Promise<PersonView> {
  const [view] = await viewPeople([row]);
  return view!;
}

export async function viewPeople(rows: UserRow[]): Promise<PersonView[]> {
  const seen = await lastSeen(rows.map(({ id }) => id));
  return Promise.all(rows.map((row) => view(row, seen.get(row.id) ?? row.lastSignInAt)));
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
