'use client';

import { IconCircleCheck, IconFlame, IconHandStop } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { StateBadge } from '@/components/table/state-badge';
import type { DrillView } from '@/lib/drills/schema';

export function DrillBadge({ drill: { running, stopped, endsAt } }: { drill: DrillView }) {
  const t = useTranslations('drills.state');
  if (running)
    return (
      <StateBadge tone="warn" icon={IconFlame}>
        {t.rich('running', { time: () => <Time value={endsAt} format="clock" /> })}
      </StateBadge>
    );
  return (
    <StateBadge tone="quiet" icon={stopped ? IconHandStop : IconCircleCheck}>
      {t(stopped ? 'stopped' : 'over')}
    </StateBadge>
  );
}
