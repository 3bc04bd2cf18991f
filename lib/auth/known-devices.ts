import { eq } from 'drizzle-orm';
import { knownDevices } from '@/drizzle/schema/second-factors';
import { sha256 } from '@/lib/crypto/compare';
import type { Transaction } from '@/lib/database/db';
import { isHttps } from '@/lib/env';

/** Browsers keep a cookie for 400 days at most. */
export const DEVICE_DAYS = 400;

export function deviceCookieName(): string {
  return isHttps() ? '__Host-relevo.device' : 'relevo.device';
}

export function deviceHash(token: string): Buffer {
  return sha256(token);
}

/** With a new password, and with the end of an account: whoever signed in with what was before is a stranger again. */
export async function forgetDevices(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(knownDevices).where(eq(knownDevices.userId, userId));
}
