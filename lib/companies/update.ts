import { eq, sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { AppError, notFound } from '@/lib/errors';
import { enqueue } from '@/lib/queue/enqueue';
import { forgetCompanies, KNOWN_AFTER_SECONDS } from './cache';
import { lockCompany } from './lock';
import { mayChangeCompanies } from './own-only';
import type { CompanyPatch, CompanyView } from './schema';
import { withUniqueNames } from './unique';
import { viewCompany } from './view';

/**
 * Changes what is given and leaves the rest. With the `version` that was read nobody overwrites what somebody else saved meanwhile.
 * @throws AppError not_found, name_taken, conflict, forbidden
 */
export async function updateCompany(
  ctx: Context,
  { id: ref, version, ...patch }: CompanyPatch & { id: string },
): Promise<CompanyView> {
  mayChangeCompanies(ctx);
  const row = await withUniqueNames(patch, () =>
    mutation(ctx, 'company.update', async (tx) => {
      const before = await lockCompany(tx, ref);
      if (!before) throw notFound('company', ref);
      if (version !== undefined && version !== before.version)
        throw new AppError(
          'conflict',
          `${before.name} was changed by somebody else at ${before.updatedAt.toISOString()} (version ${before.version}, yours is ${version}). Read it again and repeat your change.`,
          { errors: [{ path: 'version', message: `is ${before.version} by now` }] },
        );
      const [after] = await tx
        .update(companies)
        .set({ ...patch, version: sql`${companies.version} + 1`, updatedAt: new Date() })
        .where(eq(companies.id, before.id))
        .returning();
      // Not before every process has heard of it: who asked too early would wait again.
      if (patch.limits)
        await enqueue(tx, 'release-of-company', { companyId: before.id }, before.id, KNOWN_AFTER_SECONDS);
      return { result: after!, subjectId: before.id, before, after };
    }),
  );
  forgetCompanies();
  return viewCompany(row);
}
