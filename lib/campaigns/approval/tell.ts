import type { Context } from '@/lib/context';
import { publicUrl } from '@/lib/env';
import { translator } from '@/lib/i18n/translate';
import { sendSystemMail } from '@/lib/intake/system-mail';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import type { CampaignRow } from '../rows';
import { approversOf } from './who';

/** Those who could agree, each in their language. Where no mail can go, the page says for whom it waits all the same. */
export async function tellApprovers(ctx: Context, row: CampaignRow): Promise<void> {
  const link = publicUrl() + paths.campaign(row.id);
  for (const { id, email, language } of await approversOf(row)) {
    const t = translator(language);
    const values = { title: row.title, person: ctx.actor.label, link };
    const sent = await sendSystemMail({
      to: email,
      subject: t('campaigns.approval.mail.subject', values),
      text: t('campaigns.approval.mail.text', values),
      language,
      companyId: row.companyId,
      key: `campaign-approval ${row.id} ${row.version} ${id}`,
    });
    if (!sent.ok)
      log.warn('nobody could be asked to agree to a campaign', { id: row.id, reason: sent.reason });
  }
}
