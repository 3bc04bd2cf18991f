import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import { isMachineVisit } from '@/lib/events/machines';
import type { EventRow } from '@/lib/messages/event-schema';
import { EVENT_LOOK } from '../messages/[id]/event-look';

/** What happened, by its icon and its word. */
export function EventKind({ row }: { row: EventRow }) {
  const t = useTranslations('events.types');
  const { tone, icon } = EVENT_LOOK[row.type];
  return (
    <StateBadge tone={isMachineVisit(row) ? 'quiet' : tone} icon={icon}>
      {t(row.type)}
    </StateBadge>
  );
}
