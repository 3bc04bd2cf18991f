import { sql } from '@/lib/database/db';
import { bad, type CampaignCheck, warn } from './check-result';
import type { CampaignRow } from './rows';

/** Most of those who open a mail do so within two days. */
const SOON_HOURS = 48;

/** What nobody can know: whoever loads no pictures, and whoever has them loaded by a program, may have read it. */
export async function checkResend({ resendOf }: CampaignRow): Promise<CampaignCheck[]> {
  if (resendOf === null) return [];
  const [row] = await sql()<{ kept: boolean; machines: number; hours: number | null }[]>`
    select exists (select from messages where campaign_id = ${resendOf}) as kept,
      (select count(*)::int from campaign_recipients r where r.campaign_id = ${resendOf}
        and exists (select from events e where e.message_id = r.message_id and e.type = 'opened' and e.detail ? 'machine')
        and not exists (select from events e where e.message_id = r.message_id and e.type in ('opened', 'clicked') and not coalesce(e.detail ? 'machine', false))) as machines,
      (select floor(extract(epoch from now() - finished_at) / 3600)::int from campaigns where id = ${resendOf}) as hours`;
  const { kept, machines, hours } = row!;
  if (!kept) return [bad('resend', 'forgotten')];
  const early = hours !== null && hours < SOON_HOURS ? [warn('resend', 'early', { hours })] : [];
  return [...early, warn('resend', 'caution', { machines })];
}
