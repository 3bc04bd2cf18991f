import { and, count, eq, isNull } from 'drizzle-orm';
import { images } from '@/drizzle/schema/images';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError, invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { decodeBase64 } from '@/lib/text/base64';
import { readImage } from './read-image';
import { type ImageInput, type ImageView, MAX_IMAGE_BYTES } from './schema';
import { IMAGE_FACTS, viewImage } from './view';

/** Of one company. */
const MOST = 2000;

/** Keeps a picture, ready for a mail; one that is there already is answered as it is. @throws AppError validation_failed, conflict, forbidden */
export async function uploadImage(
  ctx: Context,
  { filename, content, company }: ImageInput,
): Promise<ImageView> {
  const companyId = await companyFor(ctx, company);
  const bytes = decodeBase64(content);
  if (!bytes) throw invalid('content', 'base64');
  if (bytes.length > MAX_IMAGE_BYTES)
    throw invalid('content', 'files_too_large', { max: MAX_IMAGE_BYTES / 1024 / 1024 });
  const { sha256, ...read } = await readImage(bytes);
  const ofCompany = companyId === null ? isNull(images.companyId) : eq(images.companyId, companyId);
  const find = () =>
    db()
      .select(IMAGE_FACTS)
      .from(images)
      .where(and(ofCompany, eq(images.sha256, sha256)));
  const [known] = await find();
  if (known) return viewImage(known);
  const [{ kept } = { kept: 0 }] = await db().select({ kept: count() }).from(images).where(ofCompany);
  if (kept >= MOST)
    throw new AppError(
      'conflict',
      `There are ${MOST} pictures; delete some first.`,
      refusal('too_many_images', { max: MOST }),
    );
  const id = newId();
  const facts = { ...read, id, companyId, sha256, filename, sizeBytes: read.content.length };
  await mutation(ctx, 'image.create', async (tx) => {
    await tx
      .insert(images)
      .values({ ...facts, createdBy: ctx.actor.label })
      .onConflictDoNothing();
    const { width, height, sizeBytes } = facts;
    const after = { id, filename, width, height, sizeBytes };
    return { result: undefined, subjectId: id, ownerId: companyId, after };
  });
  return viewImage((await find())[0]!);
}
