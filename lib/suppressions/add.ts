import { and, eq, isNull } from 'drizzle-orm';
import { suppressions } from '@/drizzle/schema/suppressions';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { putByHand } from './by-hand';
import { toCompare } from './compare';
import { readSuppressions, viewSuppression } from './list';
import type { SuppressionInput, SuppressionView } from './schema';

/** Sends nothing more to an address, until somebody removes it. @throws AppError forbidden, validation_failed */
export async function addSuppression(ctx: Context, input: SuppressionInput): Promise<SuppressionView> {
  const companyId = await companyFor(ctx, input.company);
  const { cause, category, reason, expiresAt } = input;
  const now = new Date();
  const row = {
    id: newId(),
    companyId,
    channel: 'email',
    address: toCompare('email', input.address),
    cause,
    category,
    reason: reason ?? null,
    firstAt: now,
    lastAt: now,
    expiresAt: expiresAt ? new Date(expiresAt) : null,
    addedBy: ctx.actor.label,
  };
  await mutation(ctx, 'suppression.add', async (tx) => {
    await putByHand(tx, [row]);
    return {
      result: undefined,
      subjectId: null,
      ownerId: companyId,
      after: { address: row.address, cause, category, reason },
    };
  });
  const [stored] = await readSuppressions(
    and(
      eq(suppressions.address, row.address),
      eq(suppressions.channel, 'email'),
      eq(suppressions.cause, cause),
      category ? eq(suppressions.category, category) : isNull(suppressions.category),
      companyId ? eq(suppressions.companyId, companyId) : isNull(suppressions.companyId),
    ),
    1,
  );
  return viewSuppression(stored!);
}
