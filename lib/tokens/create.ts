import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { generateToken } from './format';
import type { TokenInput, TokenView } from './schema';
import { viewToken } from './view';

/** The token itself is in this answer and nowhere else: only its hash is stored. */
export async function createToken(ctx: Context, input: TokenInput): Promise<TokenView & { token: string }> {
  forbidEscalation(ctx, input);
  const { token, publicId } = generateToken();
  const row = await mutation(ctx, 'token.create', async (tx) => {
    const [created] = await tx
      .insert(tokens)
      .values({
        id: newId(),
        name: input.name,
        publicId,
        tokenHash: sha256(token),
        last4: token.slice(-4),
        scopes: input.scopes,
        expiresAt: input.expiresInDays ? new Date(Date.now() + input.expiresInDays * 86_400_000) : null,
        createdBy: ctx.actor.type === 'user' ? ctx.actor.id : null,
      })
      .returning();
    return { result: created!, subjectId: created!.id, after: viewToken(created!) };
  });
  return { ...viewToken(row), token };
}

/** A token cannot make one that may do more than itself. */
function forbidEscalation({ actor }: Context, input: TokenInput): void {
  if (actor.type !== 'token') return;
  const missing = input.scopes.filter((scope) => !actor.scopes.includes(scope));
  if (missing.length > 0)
    throw new AppError('forbidden', `This token cannot give away: ${missing.join(', ')}.`);
}
