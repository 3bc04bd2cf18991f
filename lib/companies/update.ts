import { eq, sql } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { enqueue } from '@/lib/queue/enqueue';
import { forgetCompanies, KNOWN_AFTER_SECONDS } from './cache';
import { getCompany } from './get';
import { lockCompany } from './lock';
import { mayChangeCompanies } from './own-only';
import type { CompanyPatch, CompanyView } from './schema';
import { withUniqueNames } from './unique';
import { viewCompany } from './view';

/**
 * Changes what is given and leaves the rest. With the `version` that was read nobody overwrites what somebody else saved meanwhile.
 * @throws AppError not_found, name_taken, changed_meanwhile, forbidden
 */
export async function updateCompany(
  ctx: Context,
  { id: ref, version, ...patch }: CompanyPatch & { id: string },
): Promise<CompanyView> {
  mayChangeCompanies(ctx);
  const save = () =>
    mutation(ctx, 'company.update', async (tx) => {
      const before = await lockCompany(tx, ref);
      if (!before) throw notFound('company', ref);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(companies)
        .set({ ...patch, version: sql`${companies.version} + 1`, updatedAt: new Date() })
        .where(eq(companies.id, before.id))
        .returning();
      // Not before every process has heard of it: who asked too early would wait again.
      if (patch.limits)
        await enqueue(tx, 'release-of-company', { companyId: before.id }, before.id, KNOWN_AFTER_SECONDS);
      return { result: after!, subjectId: before.id, ownerId: before.id, before, after };
    });
  const row = await explainStale(
    () => withUniqueNames(patch, save),
    { ...patch, version },
    () => getCompany(ctx, ref),
  );
  forgetCompanies();
  return viewCompany(row);
}
