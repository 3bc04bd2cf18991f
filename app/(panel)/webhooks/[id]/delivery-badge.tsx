'use client';

import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { DeliveryView } from '@/lib/webhooks/schema';

const STATES = {
  waiting: { tone: 'busy', icon: IconClock },
  delivered: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconCircleX },
} as const satisfies Record<DeliveryView['state'], object>;

export function DeliveryBadge({ delivery: { state } }: { delivery: Pick<DeliveryView, 'state'> }) {
  const t = useTranslations('webhooks.deliveries.states');
  return <StateBadge {...STATES[state]}>{t(state)}</StateBadge>;
}
