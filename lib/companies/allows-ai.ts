import { cachedCompanies } from './cache';

/** Whether something of it may be shown to an AI provider. What is of no company may. */
export async function allowsAi(companyId: string | null): Promise<boolean> {
  return companyId === null || ((await cachedCompanies()).get(companyId)?.ai ?? false);
}
