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
import { StateBadge } from '@/components/table/state-badge';
import type { Status } from '@/lib/messages/status';
import type { MessageRow } from '@/lib/messages/view-schema';
import { isPartlyAtRest } from './partly';
import { STATE_TONES } from './state-tones';

const ICONS: Record<Status, typeof IconCheck> = {
  scheduled: IconCalendarClock,
  queued: IconClock,
  sending: IconLoader2,
  retrying: IconRefresh,
  sent: IconCheck,
  delivered: IconChecks,
  parked: IconParking,
  uncertain: IconHelpCircle,
  captured: IconInbox,
  bounced: IconCircleX,
  failed: IconAlertTriangle,
  suppressed: IconMailOff,
  canceled: IconBan,
};

/** One that some did not get is never shown as one that all have. */
export function StatusBadge({ message }: { message: Pick<MessageRow, 'status' | 'partly'> }) {
  const t = useTranslations('messages');
  const { status } = message;
  const tone = STATE_TONES[status];
  if (!isPartlyAtRest(message))
    return (
      <StateBadge tone={tone} icon={ICONS[status]}>
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
