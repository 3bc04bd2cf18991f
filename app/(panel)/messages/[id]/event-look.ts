import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconArrowsExchange,
  IconBan,
  IconCalendarClock,
  IconChecks,
  IconClock,
  IconCopyOff,
  IconCopyPlus,
  IconInbox,
  IconParking,
  IconRefresh,
  IconSend,
  IconThumbDown,
} from '@tabler/icons-react';
import type { Tone } from '@/components/tones';
import type { EventType } from '@/lib/events/types';

export const EVENT_LOOK: Record<EventType, { tone: Tone; icon: typeof IconSend }> = {
  queued: { tone: 'quiet', icon: IconClock },
  scheduled: { tone: 'quiet', icon: IconCalendarClock },
  sent: { tone: 'good', icon: IconSend },
  captured: { tone: 'kept', icon: IconInbox },
  deferred: { tone: 'warn', icon: IconRefresh },
  delivered: { tone: 'good', icon: IconChecks },
  bounced: { tone: 'bad', icon: IconAlertTriangle },
  complained: { tone: 'bad', icon: IconThumbDown },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  parked: { tone: 'warn', icon: IconParking },
  released: { tone: 'busy', icon: IconClock },
  uncertain: { tone: 'warn', icon: IconAlertTriangle },
  canceled: { tone: 'quiet', icon: IconBan },
  resent: { tone: 'busy', icon: IconRefresh },
  followed: { tone: 'busy', icon: IconArrowForwardUp },
  duplicate: { tone: 'quiet', icon: IconCopyOff },
  failover: { tone: 'warn', icon: IconArrowsExchange },
  second_copy: { tone: 'warn', icon: IconCopyPlus },
};
