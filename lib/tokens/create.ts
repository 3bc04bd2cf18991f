import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import { companyFor, keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { newId } from '@/lib/ids';
import { lockTokens, withinMaker } from './family';
import { generateToken } from './format';
import type { TokenInput, TokenView } from './schema';
import { viewToken } from './view';

const DAY_MS = 86_400_000;

/**
 * The token itself is in this answer and nowhere else: only its hash is stored. One that a token makes can do no more, ends no later and is
 * revoked with it. @throws AppError forbidden
 */
export async function createToken(ctx: Context, input: TokenInput): Promise<TokenView & { token: string }> {
  const { token, publicId } = generateToken();
  const { name, scopes, expiresInDays } = input;
  const companyId = await companyFor(ctx, input.company);
  const expiresAt = expiresInDays ? new Date(Date.now() + expiresInDays * DAY_MS) : null;
  const row = await mutation(ctx, 'token.create', async (tx) => {
    await lockTokens(tx);
    const within = await withinMaker(tx, ctx, { scopes, expiresAt, companyId });
    const [created] = await tx
      .insert(tokens)
      .values({
        id: newId(),
        name,
        publicId,
        tokenHash: sha256(token),
        last4: token.slice(-4),
        ...within,
        createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
      })
      .returning();
    return { result: created!, subjectId: created!.id, after: viewToken(created!) };
  });
  return { ...viewToken(row, await keyOf(row.companyId)), token };
}
