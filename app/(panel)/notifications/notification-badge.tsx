'use client';

import {
  IconBan,
  IconCircleCheck,
  IconCopy,
  IconHourglass,
  IconInbox,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { NotificationView } from '@/lib/notifications/schema';

const LOOKS = {
  waiting: { tone: 'busy', icon: IconHourglass },
  delivered: { tone: 'good', icon: IconCircleCheck },
  sent: { tone: 'good', icon: IconSend },
  captured: { tone: 'kept', icon: IconInbox },
  failed: { tone: 'bad', icon: IconX },
  skipped: { tone: 'quiet', icon: IconCopy },
  canceled: { tone: 'quiet', icon: IconBan },
} as const;

/** Where it stands; of one that was left out, why. */
export function NotificationBadge({ notification: { state, reason } }: { notification: NotificationView }) {
  const t = useTranslations('notifications');
  const known = state === 'skipped' && reason !== null && t.has(`skipped.${reason}` as never);
  return (
    <StateBadge {...LOOKS[state]}>
      {known ? t(`skipped.${reason}` as never) : t(`states.${state}`)}
    </StateBadge>
  );
}
