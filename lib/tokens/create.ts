import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import { companyFor, keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { currentSettings } from '@/lib/settings/current';
import { lockTokens, withinMaker } from './family';
import { generateToken } from './format';
import { maskTokens } from './mask';
import { idsOfProviders } from './name-providers';
import { withSecrets } from './rows';
import type { TokenInput, TokenView } from './schema';
import { storeSecret } from './secret';
import { upkeepOf } from './upkeep';
import { viewToken } from './view';

const DAY_MS = 86_400_000;

/**
 * The token itself is in this answer and nowhere else: only its hash is stored. One that a token makes can do no more, ends no later and is
 * revoked with it. @throws AppError forbidden; validation_failed for a provider or company that is not there
 */
export async function createToken(ctx: Context, input: TokenInput): Promise<TokenView & { token: string }> {
  const { token, publicId } = generateToken();
  const companyId = await companyFor(ctx, input.company);
  const { tokenDays } = (await currentSettings()).security;
  const stored = await mutation(ctx, 'token.create', async (tx) => {
    await lockTokens(tx);
    const wanted = {
      kind: input.kind ?? ('live' as const),
      scopes: input.scopes,
      allowedIps: input.allowedIps ?? null,
      fromDomains: input.fromDomains ?? null,
      providerIds: input.providers ? await idsOfProviders(tx, input.providers, companyId) : null,
      limitMinute: input.limits?.minute ?? null,
      limitDay: input.limits?.day ?? null,
      expiresAt: endOf(input, tokenDays),
      companyId,
    };
    const bounds = await withinMaker(tx, ctx, wanted);
    const createdBy = ctx.actor.type === 'user' ? ctx.actor.id : null;
    const upkeep = await upkeepOf(tx, input, { since: new Date(), companyId });
    const { name, note } = input;
    const [row] = await tx
      .insert(tokens)
      .values({
        id: newId(),
        name: maskTokens(name),
        note: note ? maskTokens(note) : null,
        publicId,
        ...bounds,
        ...upkeep,
        createdBy,
      })
      .returning();
    await storeSecret(tx, row!.id, token);
    const [created] = await withSecrets([row!], tx);
    return { result: created!, subjectId: row!.id, ownerId: row!.companyId, after: viewToken(created!) };
  });
  return { ...viewToken(stored, await keyOf(stored.companyId)), token };
}

/** What is said, also that it never ends, comes before the settings. */
function endOf({ expiresAt, expiresInDays = 0 }: TokenInput, usualDays: number): Date | null {
  if (expiresAt) return new Date(expiresAt);
  const days = expiresInDays || (expiresAt === null ? 0 : usualDays);
  return days ? new Date(Date.now() + days * DAY_MS) : null;
}
