'use client';

import { IconHeartbeat, IconHeartOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';

export function WorkerState({ alive }: { alive: boolean }) {
  const t = useTranslations('workers.states');
  return (
    <StateBadge tone={alive ? 'good' : 'bad'} icon={alive ? IconHeartbeat : IconHeartOff}>
      {alive ? t('alive') : t('silent')}
    </StateBadge>
  );
}
