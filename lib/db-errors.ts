const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // PostgreSQL is stopping, crashed or starting.
  '57P01',
  '57P02',
  '57P03',
]);

/** The database went away, which passes; drizzle wraps the driver's error as its cause. */
export function isConnectionError(error: unknown): boolean {
  const chain = [error, (error as { cause?: unknown } | null)?.cause];
  return chain.some((link) => CONNECTION_CODES.has(String((link as { code?: unknown } | null)?.code)));
}
