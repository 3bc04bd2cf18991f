'use client';

import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconPencil,
  IconPlayerPause,
  IconSend,
  IconX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { CampaignView } from '@/lib/campaigns/schema';

const LOOKS = {
  draft: ['quiet', IconPencil],
  scheduled: ['busy', IconClock],
  preparing: ['busy', IconSend],
  testing: ['busy', IconSend],
  deciding: ['busy', IconClock],
  sending: ['busy', IconSend],
  paused: ['warn', IconPlayerPause],
  finished: ['good', IconCheck],
  canceled: ['quiet', IconX],
  missed: ['bad', IconAlertTriangle],
} as const;

export function CampaignBadge({ campaign: { state } }: { campaign: Pick<CampaignView, 'state'> }) {
  const t = useTranslations('campaigns.states');
  const [tone, icon] = LOOKS[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}
