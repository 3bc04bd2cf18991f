import { cachedProviders } from './cache';
import type { ProviderProblem } from './health-schema';

/** Which providers cannot be used, by their id. */
export async function problemsByProvider(): Promise<Map<string, ProviderProblem>> {
  const providers = await cachedProviders();
  return new Map(providers.flatMap(({ row, problem }) => (problem ? [[row.id, problem]] : [])));
}
