'use client';

import { Group, Progress, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BudgetUse, LimitUse, Statistics } from '@/lib/statistics/schema';
import { useFormats } from '../home/use-formats';

type Props = {
  title: string;
  used: string;
  share: number;
  full: boolean;
  /** What is left of it for urgent messages alone. */
  kept: number;
  ends: { endsAt: string; forecastAt: string | null };
  place: Pick<Statistics, 'timeZone' | 'currency'>;
};

/** How full a limit or a budget is, until when the rest lasts, and when it renews. */
function RoomBar({ title, used, share, full, kept, ends, place }: Props) {
  const t = useTranslations('providers.room');
  const { when } = useFormats(place);
  const { endsAt, forecastAt } = ends;
  const renewal = t('renews', { when: when(endsAt) });
  const state = full
    ? t(kept > 0 ? 'kept' : 'full', { kept })
    : forecastAt && t('forecast', { when: when(forecastAt) });
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={550}>
          {title}
        </Text>
        <Text size="sm" className="tabular">
          {used}
        </Text>
      </Group>
      <Progress
        value={Math.min(100, share * 100)}
        size="sm"
        my={6}
        aria-label={`${title}: ${used}`}
        color={full || forecastAt ? 'var(--relevo-warn)' : undefined}
      />
      <Text size="xs" c="dimmed">
        {[state, renewal].filter(Boolean).join(' ')}
      </Text>
    </>
  );
}

type LimitProps = { use: LimitUse; place: Props['place'] };

export function LimitBar({ use, place }: LimitProps) {
  const t = useTranslations('providers.room');
  const { count } = useFormats(place);
  return (
    <RoomBar
      title={t(use.unit)}
      used={t('used', { used: count(use.used), limit: count(use.limit) })}
      share={use.used / use.limit}
      full={use.used >= use.capacity}
      kept={use.limit - use.capacity}
      ends={use}
      place={place}
    />
  );
}

export function BudgetBar({ use, place }: { use: BudgetUse; place: Props['place'] }) {
  const t = useTranslations('providers.room');
  const { money } = useFormats(place);
  return (
    <RoomBar
      title={t('budget')}
      used={t('used', { used: money(use.used), limit: money(use.monthly) })}
      share={Number(use.used) / Number(use.monthly) || 0}
      full={use.usedUp}
      kept={0}
      ends={use}
      place={place}
    />
  );
}
