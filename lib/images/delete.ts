import { and, eq } from 'drizzle-orm';
import { images } from '@/drizzle/schema/images';
import { mutation } from '@/lib/audit/mutation';
import { mayChange, scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { IMAGE_FACTS } from './view';

/**
 * One that no version of a template shows, of its company or, where it is shared, of any: mails that were sent show it no more. Of another
 * company's templates nobody is told. @throws AppError not_found, conflict, forbidden
 */
export async function deleteImage(ctx: Context, { id }: { id: string }): Promise<void> {
  if (!isUuid(id)) throw notFound('image', id);
  const [row] = await db()
    .select(IMAGE_FACTS)
    .from(images)
    .where(and(eq(images.id, id), scoped(ctx, images.companyId, 'shared')));
  if (!row) throw notFound('image', id);
  mayChange(ctx, row.companyId);
  const { filename, sha256, companyId } = row;
  const shown = `%/api/media/${sha256.toString('hex')}.%`;
  const [used] = await sql()<{ title: string }[]>`
    select t.title from template_texts x
    join template_versions v on v.id = x.version_id join templates t on t.id = v.template_id
    where x.source like ${shown} and (${companyId}::uuid is null or t.company_id = ${companyId}) limit 1`;
  if (used)
    throw new AppError(
      'conflict',
      `The template ${used.title} shows ${filename}, in this version or an older one.`,
      refusal('image_in_use', { name: filename, template: used.title }),
    );
  await mutation(ctx, 'image.delete', async (tx) => {
    await tx.delete(images).where(eq(images.id, id));
    return { result: undefined, subjectId: id, ownerId: companyId, before: { id, filename } };
  });
}
