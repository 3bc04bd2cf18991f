const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // On the way to one that stands elsewhere, and moves: the line, and the name that leads there.
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  // It takes no writes: another one is about to become the first.
  '25006',
  // PostgreSQL is stopping, crashed or starting.
  '57P01',
  '57P02',
  '57P03',
  // It gave up one of two that waited for each other, or has no memory, no disk space or no connection left just now.
  '40P01',
  '53000',
  '53100',
  '53200',
  '53300',
]);

/** The database went away or cannot do it just now, which passes; drizzle wraps the driver's error as its cause. */
export function isConnectionError(error: unknown): boolean {
  return codesOf(error).some((code) => CONNECTION_CODES.has(code));
}

const DISK_FULL = '53100';

/** PostgreSQL has no room for what it was to write. */
export function isDiskFull(error: unknown): boolean {
  return codesOf(error).includes(DISK_FULL);
}

function codesOf(error: unknown): string[] {
  const chain = [error, (error as { cause?: unknown } | null)?.cause];
  return chain.map((link) => String((link as { code?: unknown } | null)?.code));
}
