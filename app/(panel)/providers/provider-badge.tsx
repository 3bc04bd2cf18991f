'use client';

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHandStop,
  IconPencil,
  IconPlayerPause,
  IconRefresh,
  IconSettingsX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { Tone } from '@/components/tones';
import type { ProviderView } from '@/lib/providers/schema';
import { type ProviderState, providerState } from './provider-state';
import { useUnfinished } from './use-unfinished';

const LOOK: Record<ProviderState, { tone: Tone; icon: typeof IconCircleCheck }> = {
  working: { tone: 'good', icon: IconCircleCheck },
  misconfigured: { tone: 'bad', icon: IconSettingsX },
  stopped: { tone: 'bad', icon: IconHandStop },
  trying: { tone: 'busy', icon: IconRefresh },
  failing: { tone: 'bad', icon: IconCircleX },
  unhealthy: { tone: 'bad', icon: IconAlertTriangle },
  degraded: { tone: 'warn', icon: IconAlertTriangle },
  paused: { tone: 'quiet', icon: IconPlayerPause },
  unfinished: { tone: 'warn', icon: IconPencil },
  untested: { tone: 'warn', icon: IconCircleDashed },
};

type Props = { provider: Pick<ProviderView, 'id' | 'active' | 'lastTest' | 'health'> };

export function ProviderBadge({ provider }: Props) {
  const t = useTranslations('providers.state');
  const state = providerState(provider, useUnfinished(provider) !== null);
  const { tone, icon } = LOOK[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}
