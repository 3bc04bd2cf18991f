import { and, eq, gt, sql as raw } from 'drizzle-orm';
import { knownDevices } from '@/drizzle/schema/second-factors';
import { users } from '@/drizzle/schema/users';
import { db } from '@/lib/database/db';
import type { Role } from '@/lib/roles';
import { accountKey } from './account-key';
import { DEVICE_DAYS, deviceHash } from './known-devices';

/** `device`: the browser is one that this person signed in with before. */
export type Account = {
  id: string;
  email: string;
  role: Role;
  passwordHash: string;
  active: boolean;
  device: string | null;
};

type Wanted = { email: string } | { id: string };

/** By one statement whether there is such a person or not, and whatever the browser shows of itself. */
export async function findAccount(
  wanted: Wanted,
  deviceToken: string | null | undefined,
): Promise<Account | null> {
  const { id, email, role, passwordHash, active } = users;
  const isKnown = and(
    eq(knownDevices.userId, id),
    eq(knownDevices.tokenHash, deviceHash(deviceToken ?? '')),
    gt(knownDevices.lastUsedAt, raw`now() - make_interval(days => ${DEVICE_DAYS})`),
  );
  const [row] = await db()
    .select({
      id,
      email,
      role,
      passwordHash,
      active,
      device: raw<string | null>`encode(${knownDevices.tokenHash}, 'hex')`,
    })
    .from(users)
    .leftJoin(knownDevices, isKnown)
    .where('id' in wanted ? eq(id, wanted.id) : eq(users.emailKey, accountKey(wanted.email)));
  return row ?? null;
}
