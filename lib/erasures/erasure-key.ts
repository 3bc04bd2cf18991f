import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { erasureKeys } from '@/drizzle/schema/erasures';
import { remember } from '@/lib/async/memory';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';

const KEY_ID = 'addresses';
export const ERASURE_KEY_CONTEXT: SealContext = { table: 'erasure_keys', column: 'sealed', rowId: KEY_ID };

let known: Promise<Buffer> | undefined;
remember(() => {
  known = undefined;
});

/** What forms of addresses are made with: made once for a database. Without it nobody finds out by trying who was deleted. */
export function erasureKey(): Promise<Buffer> {
  known ??= readOrMake().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readOrMake(): Promise<Buffer> {
  const made = seal(randomBytes(32).toString('base64'), ERASURE_KEY_CONTEXT);
  const sealed = (await read()) ?? (await insert(made)) ?? (await read())!;
  return Buffer.from(open(sealed, ERASURE_KEY_CONTEXT), 'base64');
}

async function read(): Promise<string | undefined> {
  const [row] = await db().select().from(erasureKeys).where(eq(erasureKeys.id, KEY_ID));
  return row?.sealed;
}

/** Undefined: somebody else was first. */
async function insert(sealed: string): Promise<string | undefined> {
  const [row] = await db()
    .insert(erasureKeys)
    .values({ id: KEY_ID, sealed })
    .onConflictDoNothing()
    .returning();
  return row?.sealed;
}
