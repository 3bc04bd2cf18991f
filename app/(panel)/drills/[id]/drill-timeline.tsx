'use client';

import { Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDuration } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import type { DrillDetail } from '@/lib/drills/schema';
import { ChangeSentence } from '../../providers/[id]/change-sentence';
import classes from './drill.module.css';

/** What happened to the provider, from the start of the drill to its recovery. */
export function DrillTimeline({ drill }: { drill: DrillDetail }) {
  const t = useTranslations('drills.timeline');
  const locale = useLocale();
  const { report, running, stopped, startedAt, endsAt } = drill;
  const { recoveredAt, recoveryMs } = report;
  const entries: { id: string; at: string; text: ReactNode }[] = [
    { id: 'start', at: startedAt, text: t('start') },
    ...report.changes.map((change) => ({
      id: change.id,
      at: change.at,
      text: <ChangeSentence change={change} />,
    })),
    ...(running ? [] : [{ id: 'end', at: endsAt, text: t(stopped ? 'stopped' : 'end') }]),
    ...(recoveredAt
      ? [
          {
            id: 'back',
            at: recoveredAt,
            text: t('recovered', { after: formatDuration(recoveryMs ?? 0, locale) }),
          },
        ]
      : []),
  ];
  return (
    <SectionCard title={t('title')}>
      <ol className={classes.timeline}>
        {entries
          .toSorted((a, b) => a.at.localeCompare(b.at))
          .map(({ id, at, text }) => (
            <li key={id}>
              <Text size="sm" c="dimmed">
                <Time value={at} format="clock" />
              </Text>
              <Text size="sm">{text}</Text>
            </li>
          ))}
      </ol>
      {!running && !recoveredAt && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('notBack')}
        </Text>
      )}
    </SectionCard>
  );
}
