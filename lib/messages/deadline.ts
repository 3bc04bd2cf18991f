type Dated = { expiresAt: Date | null };

/** A late message would be worse than none. */
export function hasExpired({ expiresAt }: Dated): boolean {
  return expiresAt !== null && expiresAt.getTime() <= Date.now();
}
