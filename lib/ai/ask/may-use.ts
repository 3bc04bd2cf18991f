import { allowsAi } from '@/lib/companies/allows-ai';
import { currentSettings } from '@/lib/settings/current';
import type { AiReason } from './answer';
import type { AiUse } from './uses';

/** Null: it may be used. */
export async function whyNot(use: AiUse, companyId: string | null): Promise<AiReason | null> {
  const { ai } = await currentSettings();
  if (!ai[use]) return 'off';
  return (await allowsAi(companyId)) ? null : 'forbidden';
}
