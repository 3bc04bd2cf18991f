'use client';

import {
  IconAlertTriangle,
  IconBan,
  IconCalendarClock,
  IconCheck,
  IconCheckbox,
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
import type { MessageRow } from '@/lib/messages/view-schema';
import { isPartlyAtRest } from './partly';

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

/** One that some did not get is never shown as one that all have. */
export function StatusBadge({ message }: { message: Pick<MessageRow, 'status' | 'partly'> }) {
  const t = useTranslations('messages');
  const { status } = message;
  const { tone, icon } = LOOK[status];
  if (!isPartlyAtRest(message))
    return (
      <StateBadge tone={tone} icon={icon}>
        {t(`status.${status}`)}
      </StateBadge>
    );
  const { reached, of } = message.partly;
  return (
    <StateBadge tone={status === 'captured' ? tone : 'warn'} icon={IconCheckbox}>
      {t(`partly.${message.status}`, { reached, of })}
    </StateBadge>
  );
}
