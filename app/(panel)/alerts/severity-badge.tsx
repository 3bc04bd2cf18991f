import { IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { Severity } from '@/lib/alerts/kinds';

export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations('alerts.severity');
  return severity === 'critical' ? (
    <StateBadge tone="bad" icon={IconFlame}>
      {t('critical')}
    </StateBadge>
  ) : (
    <StateBadge tone="warn" icon={IconAlertTriangle}>
      {t('warning')}
    </StateBadge>
  );
}
