import { images } from '@/drizzle/schema/images';
import { keyOf } from '@/lib/companies/resolve';
import { addressOfImage, canBeLoaded, nameOfImage } from './address';
import type { ImageView } from './schema';

/** All but its bytes. */
export const IMAGE_FACTS = {
  id: images.id,
  companyId: images.companyId,
  sha256: images.sha256,
  format: images.format,
  sizeBytes: images.sizeBytes,
  width: images.width,
  height: images.height,
  filename: images.filename,
  createdBy: images.createdBy,
  createdAt: images.createdAt,
};

type Facts = Omit<typeof images.$inferSelect, 'content'>;

export async function viewImage({ sha256, companyId, createdAt, ...row }: Facts): Promise<ImageView> {
  const company = await keyOf(companyId);
  return {
    ...row,
    url: addressOfImage(nameOfImage({ sha256, format: row.format })),
    ...(company && { company }),
    reachable: canBeLoaded(),
    createdAt: createdAt.toISOString(),
  };
}
