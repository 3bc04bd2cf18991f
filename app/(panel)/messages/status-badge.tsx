'use client';

import {
  IconAlertTriangle,
  IconBan,
  IconCalendarClock,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconInbox,
  IconLoader2,
  IconMailOff,
  IconParking,
  IconRefresh,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge, type Tone } from '@/components/table/state-badge';
import type { Status } from '@/lib/messages/status';

const LOOK: Record<Status, { tone: Tone; icon: typeof IconCheck }> = {
  scheduled: { tone: 'quiet', icon: IconCalendarClock },
  queued: { tone: 'busy', icon: IconClock },
  sending: { tone: 'busy', icon: IconLoader2 },
  retrying: { tone: 'warn', icon: IconRefresh },
  sent: { tone: 'good', icon: IconCheck },
  delivered: { tone: 'good', icon: IconChecks },
  parked: { tone: 'bad', icon: IconParking },
  uncertain: { tone: 'warn', icon: IconHelpCircle },
  captured: { tone: 'kept', icon: IconInbox },
  bounced: { tone: 'bad', icon: IconCircleX },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  suppressed: { tone: 'quiet', icon: IconMailOff },
  canceled: { tone: 'quiet', icon: IconBan },
};

export function StatusBadge({ status }: { status: Status }) {
  const t = useTranslations('messages.status');
  const { tone, icon } = LOOK[status];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(status)}
    </StateBadge>
  );
}
