import { and, eq, inArray, isNull } from 'drizzle-orm';
import { images } from '@/drizzle/schema/images';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { sha256Large } from '@/lib/crypto/compare';
import { db } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { imagesIn, nameOfImage, readImageName } from './address';
import { measureImage } from './read-image';

export type ImageFile = { name: string; content: Buffer };

/** Those that texts show and that are kept here, as files that travel with them. */
export async function imagesOf(texts: string[]): Promise<ImageFile[]> {
  const hashes = [...new Set(texts.flatMap(imagesIn))].map((hash) => Buffer.from(hash, 'hex'));
  if (hashes.length === 0) return [];
  const rows = await db()
    .selectDistinctOn([images.sha256], {
      sha256: images.sha256,
      format: images.format,
      content: images.content,
    })
    .from(images)
    .where(inArray(images.sha256, hashes))
    .orderBy(images.sha256);
  return rows.map((row) => ({ name: nameOfImage(row), content: row.content }));
}

/**
 * One that came with a template, byte for byte, so that its address is what the template says. @throws AppError validation_failed for what is no
 * picture, or not the one that its name says
 */
export async function keepImage(
  ctx: Context,
  { name, content, company }: ImageFile & { company?: string | null },
): Promise<void> {
  const named = readImageName(name);
  if (!named) throw invalid('filename', 'image_kind');
  const { sha256, format } = named;
  if (!(await sha256Large(content)).equals(sha256)) throw invalid('content', 'image_broken');
  const companyId = await companyFor(ctx, company);
  const ofCompany = companyId === null ? isNull(images.companyId) : eq(images.companyId, companyId);
  const [known] = await db()
    .select({ id: images.id })
    .from(images)
    .where(and(ofCompany, eq(images.sha256, sha256)));
  if (known) return;
  const { width, height } = await measureImage(content, format);
  const id = newId();
  const facts = { width, height, sizeBytes: content.length };
  await mutation(ctx, 'image.create', async (tx) => {
    const row = { ...facts, id, companyId, sha256, format, content, filename: name };
    await tx
      .insert(images)
      .values({ ...row, createdBy: ctx.actor.label })
      .onConflictDoNothing();
    return {
      result: undefined,
      subjectId: id,
      ownerId: companyId,
      after: { ...facts, id, filename: name },
    };
  });
}
