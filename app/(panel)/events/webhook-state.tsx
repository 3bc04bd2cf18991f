import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { Tone } from '@/components/tones';
import type { InboundState } from '@/lib/inbound/inbound-states';

const LOOK: Record<InboundState, { tone: Tone; icon: typeof IconCheck }> = {
  waiting: { tone: 'busy', icon: IconClock },
  read: { tone: 'good', icon: IconCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
};

export function WebhookState({ state }: { state: InboundState }) {
  const t = useTranslations('events.states');
  return <StateBadge {...LOOK[state]}>{t(state)}</StateBadge>;
}
