import { isVisible } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { cachedProviders } from '@/lib/providers/cache';
import type { Misconfigured } from './health-schema';

/** By the list of them that is kept for a second: cheap enough for whoever asks whether the system is ready. */
export async function listMisconfigured(scope: Pick<Context, 'companyId'>): Promise<Misconfigured[]> {
  const providers = await cachedProviders();
  return providers
    .filter(({ row }) => isVisible(scope)(row))
    .flatMap(({ row: { id, name, active }, problem }) =>
      problem && active ? [{ id, name, ...problem }] : [],
    );
}
