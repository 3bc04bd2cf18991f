import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { trackingKeys } from '@/drizzle/schema/tracking';
import { remember } from '@/lib/async/memory';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';

export const LINK_KEY_ID = 'links';
export const LINK_KEY_CONTEXT: SealContext = {
  table: 'tracking_keys',
  column: 'sealed',
  rowId: LINK_KEY_ID,
};

let known: Promise<Buffer> | undefined;
remember(() => {
  known = undefined;
});

/** Made once for a database, by whoever needs it first, and then known to this process whether the database is there or not. */
export function linkKey(): Promise<Buffer> {
  known ??= readOrMake().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readOrMake(): Promise<Buffer> {
  const made = seal(randomBytes(32).toString('base64'), LINK_KEY_CONTEXT);
  const sealed = (await read()) ?? (await insert(made)) ?? (await read())!;
  return Buffer.from(open(sealed, LINK_KEY_CONTEXT), 'base64');
}

async function read(): Promise<string | undefined> {
  const [row] = await db().select().from(trackingKeys).where(eq(trackingKeys.id, LINK_KEY_ID));
  return row?.sealed;
}

/** Undefined: somebody else was first. */
async function insert(sealed: string): Promise<string | undefined> {
  const [row] = await db()
    .insert(trackingKeys)
    .values({ id: LINK_KEY_ID, sealed })
    .onConflictDoNothing()
    .returning();
  return row?.sealed;
}
