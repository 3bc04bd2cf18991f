import { forgetOldAiCalls } from '@/lib/ai/log/forget-old';
import { forgetOldAlerts } from '@/lib/alerts/forget-old';
import { forgetOldAudit } from '@/lib/audit/forget-old';
import { forgetOldSignIns } from '@/lib/auth/forget-old';
import { foldQueueHistory } from '@/lib/backlog/sample-queue';
import { forgetOwnerless } from '@/lib/capacity/usage-windows';
import { forgetOldReports } from '@/lib/domain-reports/forget-old';
import { forgetOldInbound } from '@/lib/events/forget-old';
import { forgetOldReceived } from '@/lib/inbound/received/forget';
import { forgetOldIntake } from '@/lib/intake/forget-old';
import { forgetNotifications } from '@/lib/notifications/forget-old';
import { forgetOldLinks } from '@/lib/people/forget-old';
import { forgetOldChecks } from '@/lib/providers/health/forget-old';
import { forgetOldRuns } from '@/lib/rules/forget-old';
import { currentSettings } from '@/lib/settings/current';
import { forgetOldSuppressions } from '@/lib/suppressions/forget-old';
import { forgetOldTemplateDrafts } from '@/lib/templates/drafts';
import { forgetOldTokenUse } from '@/lib/tokens/usage';
import { forgetOldVersions } from '@/lib/versions/forget-old';
import { forgetOldDeliveries } from '@/lib/webhooks/forget-old';
import { forgetOldMessages } from './forget-old-messages';

/** Nightly: what may be forgotten, each by the room that wrote it. */
export async function cleanUp(): Promise<void> {
  const { delivery, security } = await currentSettings();
  const { retention } = delivery;
  await forgetOldMessages(retention.days);
  await forgetOldIntake(retention.days);
  await forgetNotifications(retention.days);
  await forgetOldRuns(retention.days);
  // Never less than a signature may be old.
  await forgetOldInbound(Math.max(retention.days, 7));
  await forgetOldReceived(retention.days);
  await forgetOldSuppressions(Math.max(retention.days, 7));
  await forgetOldAudit(security.auditDays);
  await forgetOldChecks();
  await forgetOldSignIns();
  await forgetOldLinks();
  await forgetOldTemplateDrafts();
  await forgetOldTokenUse();
  await forgetOldDeliveries();
  await forgetOldAlerts();
  await forgetOldAiCalls();
  await forgetOldReports();
  await forgetOldVersions(retention.versionDays);
  await foldQueueHistory();
  await forgetOwnerless();
}
