'use client';

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconCopyX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { PairView } from '@/lib/domains/pairs/schema';
import type { DomainState, RecordView, SenderView } from '@/lib/domains/schema';

const DOMAIN = {
  new: { tone: 'quiet', icon: IconCircleDashed },
  incomplete: { tone: 'warn', icon: IconClock },
  verified: { tone: 'good', icon: IconCircleCheck },
  broken: { tone: 'bad', icon: IconAlertTriangle },
  unknown: { tone: 'quiet', icon: IconCircleDashed },
} as const;

export function DomainBadge({ state }: { state: DomainState }) {
  const t = useTranslations('domains.states');
  return <StateBadge {...DOMAIN[state]}>{t(state)}</StateBadge>;
}

const THERE = {
  verified: { tone: 'good', icon: IconCircleCheck },
  waiting: { tone: 'warn', icon: IconClock },
  absent: { tone: 'warn', icon: IconClock },
  permission: { tone: 'bad', icon: IconCircleX },
  limit: { tone: 'bad', icon: IconCircleX },
  refused: { tone: 'bad', icon: IconCircleX },
  unreachable: { tone: 'quiet', icon: IconCircleDashed },
} as const;

export function ThereBadge({ state }: { state: NonNullable<SenderView['there']>['state'] }) {
  const t = useTranslations('domains.there.states');
  return <StateBadge {...THERE[state]}>{t(state)}</StateBadge>;
}

const RECORD = {
  right: { tone: 'good', icon: IconCircleCheck },
  wrong: { tone: 'bad', icon: IconCircleX },
  several: { tone: 'bad', icon: IconCopyX },
  missing: { tone: 'warn', icon: IconClock },
  unknown: { tone: 'quiet', icon: IconCircleDashed },
} as const;

/** One that its host has, and others not yet, is under way. */
export function RecordBadge({ record: { state, finding } }: { record: RecordView }) {
  const t = useTranslations('domains.recordStates');
  if (finding?.code === 'spreading')
    return (
      <StateBadge tone="busy" icon={IconClock}>
        {t('spreading')}
      </StateBadge>
    );
  return <StateBadge {...RECORD[state]}>{t(finding ? state : 'new')}</StateBadge>;
}

const PAIR = {
  passes: { tone: 'good', icon: IconCircleCheck },
  fails: { tone: 'bad', icon: IconCircleX },
  unknown: { tone: 'quiet', icon: IconCircleDashed },
} as const;

export function PairBadge({ verdict }: { verdict: PairView['verdict'] }) {
  const t = useTranslations('domains.pairs.verdicts');
  return <StateBadge {...PAIR[verdict]}>{t(verdict)}</StateBadge>;
}
