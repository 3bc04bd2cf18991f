'use client';

import { IconAlertTriangle, IconBan, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { WebhookState, WebhookView } from '@/lib/webhooks/schema';

const STATES = {
  on: { tone: 'good', icon: IconCircleCheck },
  failing: { tone: 'warn', icon: IconAlertTriangle },
  off: { tone: 'quiet', icon: IconPlayerPause },
  stopped: { tone: 'bad', icon: IconBan },
} as const satisfies Record<WebhookState, object>;

export function WebhookBadge({ webhook: { state } }: { webhook: Pick<WebhookView, 'state'> }) {
  const t = useTranslations('webhooks.states');
  return <StateBadge {...STATES[state]}>{t(state)}</StateBadge>;
}
