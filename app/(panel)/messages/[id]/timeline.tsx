'use client';

import { Button, Timeline as MantineTimeline, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconArrowForwardUp,
  IconArrowsExchange,
  IconBan,
  IconChecks,
  IconClock,
  IconCopyOff,
  IconCopyPlus,
  IconDots,
  IconInbox,
  IconParking,
  IconRefresh,
  IconSend,
  IconThumbDown,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import type { EventType } from '@/lib/events/types';
import type { CandidateView, EventView, MessageDetail } from '@/lib/messages/view-schema';
import { AttemptEntry } from './attempt-entry';
import { foldTimeline, type TimelineEntry, timelineEntries } from './timeline-entries';
import { WhyNobody } from './why-nobody';

const ICONS: Record<EventType, typeof IconSend> = {
  queued: IconClock,
  scheduled: IconClock,
  sent: IconSend,
  captured: IconInbox,
  deferred: IconRefresh,
  delivered: IconChecks,
  bounced: IconAlertTriangle,
  complained: IconThumbDown,
  failed: IconAlertTriangle,
  parked: IconParking,
  released: IconClock,
  uncertain: IconAlertTriangle,
  canceled: IconBan,
  resent: IconRefresh,
  followed: IconArrowForwardUp,
  duplicate: IconCopyOff,
  failover: IconArrowsExchange,
  second_copy: IconCopyPlus,
};

/** What happened, in order; of a long story first its beginning and its end. */
export function Timeline({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.timeline');
  const { technical } = useMode();
  const [whole, { toggle }] = useDisclosure(false);
  const entries = timelineEntries(message, technical);
  const { first, middle, last } = foldTimeline(entries);
  return (
    <MantineTimeline bulletSize={24} lineWidth={1} active={entries.length} color="gray" autoContrast={false}>
      {first.map(toItem)}
      {middle.length > 0 && (
        <MantineTimeline.Item bullet={<IconDots size={13} aria-hidden />}>
          <Button variant="subtle" size="compact-sm" ml={-8} onClick={toggle} aria-expanded={whole}>
            {whole ? t('fewer') : t('more', { count: middle.length })}
          </Button>
        </MantineTimeline.Item>
      )}
      {whole && middle.map(toItem)}
      {last.map(toItem)}
    </MantineTimeline>
  );
}

/** Not a component: the timeline draws its line only between its own items. */
function toItem(entry: TimelineEntry) {
  const Icon = entry.kind === 'attempt' ? IconSend : ICONS[entry.event.type];
  return (
    <MantineTimeline.Item key={entry.id} bullet={<Icon size={13} aria-hidden />}>
      {entry.kind === 'attempt' ? (
        <AttemptEntry attempt={entry.attempt} />
      ) : (
        <EventEntry event={entry.event} />
      )}
    </MantineTimeline.Item>
  );
}

function EventEntry({ event }: { event: EventView }) {
  const t = useTranslations('messages');
  const { technical } = useMode();
  const { type, recipient } = event;
  const { candidates, ...detail } = readDetail(event);
  const reason = typeof detail.reason === 'string' ? detail.reason : null;
  const retryAt = typeof detail.retryAt === 'string' ? detail.retryAt : null;
  return (
    <>
      <Text size="sm">
        {t.has(`event.${type}`) ? t(`event.${type}`, { provider: event.provider ?? '' }) : type}
        {recipient && `: ${recipient}`}
      </Text>
      {reason && t.has(`reason.${reason}`) && (
        <Text size="xs" c="dimmed">
          {t(`reason.${reason}`)}
        </Text>
      )}
      <WhyNobody candidates={candidates} at={event.at} />
      {retryAt && (
        <Text size="xs" c="dimmed">
          {t.rich('timeline.retryAt', { time: () => <Time value={retryAt} format="absolute" /> })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        <Time value={event.at} format={technical ? 'absolute' : 'relative'} />
      </Text>
      {technical && Object.keys(detail).length > 0 && (
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {JSON.stringify(detail)}
        </Text>
      )}
    </>
  );
}

/** Why each provider was passed over, where nobody was asked, apart from the rest. */
function readDetail({ detail }: EventView): { candidates: CandidateView[]; [key: string]: unknown } {
  const { candidates, ...rest } = detail ?? {};
  return { ...rest, candidates: Array.isArray(candidates) ? candidates : [] };
}
