'use client';

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { HealthState } from '@/lib/domains/health/schema';

const STATES = {
  good: { tone: 'good', icon: IconCircleCheck },
  note: { tone: 'quiet', icon: IconInfoCircle },
  warning: { tone: 'warn', icon: IconAlertTriangle },
  error: { tone: 'bad', icon: IconCircleX },
  unknown: { tone: 'quiet', icon: IconCircleDashed },
} as const;

export function HealthBadge({ state }: { state: HealthState }) {
  const t = useTranslations('domainHealth.states');
  return <StateBadge {...STATES[state]}>{t(state)}</StateBadge>;
}
