import type { Context } from '@/lib/context';
import { createCampaign } from './change';
import { type CampaignRow, readCampaign, viewCampaign } from './rows';
import type { CampaignView } from './schema';

/** The same again as a draft, under another title. @throws AppError not_found, forbidden */
export async function duplicateCampaign(
  ctx: Context,
  { id, title }: { id: string; title: string },
): Promise<CampaignView> {
  const row = await readCampaign(ctx, id);
  return copyOf(ctx, row, { ...(await viewCampaign(row)), title });
}

type Copied = Pick<
  CampaignView,
  | ('title' | 'audience' | 'template' | 'variables' | 'language' | 'subject' | 'preheader' | 'fromEmail')
  | ('fromName' | 'tracking' | 'variants' | 'test' | 'zoned' | 'spreadHours' | 'perMinute' | 'budget')
>;

/** The same again as a draft, without its hour. */
export function copyOf(
  ctx: Context,
  row: CampaignRow,
  view: Copied,
  resendOf: string | null = null,
): Promise<CampaignView> {
  const { title, audience, template, variables, language, subject, preheader, fromEmail, fromName } = view;
  const { tracking, variants, test, zoned, spreadHours, perMinute, budget } = view;
  return createCampaign(
    ctx,
    {
      ...{ title, audience, template, variables, language, subject, preheader, fromEmail, fromName },
      ...{ tracking, variants, test, zoned, spreadHours, perMinute, budget },
      startsAt: null,
      company: row.companyId ?? (ctx.companyId === null ? null : undefined),
    },
    resendOf,
  );
}
