import { count, eq, sql } from 'drizzle-orm';
import { subjectSources } from '@/drizzle/schema/subject-sources';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFilter, companyFor } from '@/lib/companies/resolve';
import { mayChange } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { seal } from '@/lib/crypto/envelope';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { checkUrl } from '@/lib/outbound/check-url';
import { refusal } from '@/lib/refusals';
import { nextRun } from '@/lib/rules/clock';
import { readKind } from '@/lib/subject-kinds/change';
import { generateSecret } from '@/lib/webhooks/sign';
import { readSource, type SourceRow, secretContext, sourcesOf, viewSource, withoutSecrets } from './rows';
import type { SourceInput, SourcePatch, SourceView } from './schema';

/** Each is asked by its clock, and its answer is read as a whole. */
const MOST_SOURCES = 50;

export async function listSources(
  ctx: Context,
  { company }: { company?: string | undefined },
): Promise<{ data: SourceView[] }> {
  const found = await sourcesOf(await companyFilter(ctx, company));
  return { data: await Promise.all(found.map((each) => viewSource(ctx, each))) };
}

/** @throws AppError not_found */
export async function getSource(ctx: Context, { id }: { id: string }): Promise<SourceView> {
  return viewSource(ctx, await readSource(ctx, id));
}

/**
 * The secret that signs each question is in this answer and nowhere else.
 * @throws AppError not_found, forbidden; validation_failed for a place that requests may not go to; conflict where there are too many
 */
export async function createSource(
  ctx: Context,
  { company, kind: ref, timeZone: asked, ...input }: SourceInput,
): Promise<SourceView & { secret: string }> {
  const companyId = await companyFor(ctx, company);
  const kind = await readKind({ companyId: ctx.companyId ?? companyId }, ref);
  await checkUrl('url', input.url);
  const timeZone = asked ?? (await settingsFor(companyId)).timeZone;
  const id = newId();
  const secret = generateSecret();
  const nextReadAt = input.active ? nextRun(input.cron, timeZone, new Date()) : null;
  await mutation(ctx, 'subject_source.create', async (tx) => {
    const [total] = await tx.select({ count: count() }).from(subjectSources);
    if (total!.count >= MOST_SOURCES)
      throw new AppError(
        'conflict',
        `There are ${MOST_SOURCES} addresses already.`,
        refusal('too_many_sources', { max: MOST_SOURCES }),
      );
    const sealedSecret = seal(secret, secretContext(id));
    const [row] = await tx
      .insert(subjectSources)
      .values({ ...input, id, companyId, kindId: kind.id, timeZone, nextReadAt, sealedSecret })
      .returning();
    return { result: undefined, subjectId: id, ownerId: companyId, after: told(row!) };
  });
  return { ...(await getSource(ctx, { id })), secret };
}

/** @throws AppError not_found, changed_meanwhile, forbidden, validation_failed */
export async function updateSource(
  ctx: Context,
  { id, version, ...patch }: SourcePatch & { id: string },
): Promise<SourceView> {
  const { row } = await readSource(ctx, id);
  mayChange(ctx, row.companyId);
  if (patch.url) await checkUrl('url', patch.url);
  const save = () =>
    mutation(ctx, 'subject_source.update', async (tx) => {
      const [before] = await tx
        .select()
        .from(subjectSources)
        .where(eq(subjectSources.id, row.id))
        .for('update');
      if (!before) throw notFound('subject_source', id);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(subjectSources)
        .set({
          ...patch,
          ...(isBegunAnew(before, patch) && { failures: 0, problem: null }),
          nextReadAt: nextOf({ ...before, ...patch }),
          updatedAt: new Date(),
          version: sql`${subjectSources.version} + 1`,
        })
        .where(eq(subjectSources.id, row.id))
        .returning();
      return {
        result: undefined,
        subjectId: row.id,
        ownerId: row.companyId,
        before: told(before),
        after: { ...told(after!), ...(after!.url !== before.url && { otherAddress: true }) },
      };
    });
  await explainStale(save, { ...patch, version }, () => getSource(ctx, { id }));
  return getSource(ctx, { id });
}

/** What was read from it stays. @throws AppError not_found, forbidden */
export async function deleteSource(ctx: Context, { id }: { id: string }): Promise<void> {
  const { row } = await readSource(ctx, id);
  mayChange(ctx, row.companyId);
  await mutation(ctx, 'subject_source.delete', async (tx) => {
    await tx.delete(subjectSources).where(eq(subjectSources.id, row.id));
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, before: told(row) };
  });
}

/** What failed was another address, or it was switched off meanwhile. */
function isBegunAnew(before: SourceRow, { url, active }: SourcePatch): boolean {
  return (url !== undefined && url !== before.url) || (active === true && !before.active);
}

function nextOf({ active, cron, timeZone }: Pick<SourceRow, 'active' | 'cron' | 'timeZone'>): Date | null {
  return active ? nextRun(cron, timeZone, new Date()) : null;
}

/** As it is configured: how it goes is no change, and what is secret, or may be within an address, is told to nobody. */
function told({ sealedSecret, nextReadAt, lastReadAt, problem, failures, result, url, ...rest }: SourceRow) {
  return { ...rest, url: withoutSecrets(url) };
}
