import { AppError } from '@/lib/errors';
import { findPublished, type Published } from '@/lib/templates/find-published';
import type { CampaignRow } from './rows';

export type { Published };
export type Refs = { published: Published | null; code: string }[];

/** Of each variant, as it is published now. */
export async function publishedOf(row: CampaignRow): Promise<Refs> {
  const refs =
    row.variants.length > 0 ? row.variants.map(({ template }) => template ?? row.template) : [row.template];
  return Promise.all(
    refs.map(async (ref) => {
      try {
        return { published: await findPublished(row.companyId, ref), code: 'published' };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return { published: null, code: error.errors?.[0]?.code ?? 'no_template' };
      }
    }),
  );
}
