'use client';

import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconPencil,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge, type Tone } from '@/components/table/state-badge';
import type { ProviderView } from '@/lib/providers/schema';
import { type ProviderState, providerState } from './provider-state';
import { useUnfinished } from './use-unfinished';

const LOOK: Record<ProviderState, { tone: Tone; icon: typeof IconCircleCheck }> = {
  working: { tone: 'good', icon: IconCircleCheck },
  failing: { tone: 'bad', icon: IconCircleX },
  paused: { tone: 'quiet', icon: IconPlayerPause },
  unfinished: { tone: 'warn', icon: IconPencil },
  untested: { tone: 'warn', icon: IconCircleDashed },
};

export function ProviderBadge({ provider }: { provider: Pick<ProviderView, 'id' | 'active' | 'lastTest'> }) {
  const t = useTranslations('providers.state');
  const state = providerState(provider, useUnfinished(provider) !== null);
  const { tone, icon } = LOOK[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}
