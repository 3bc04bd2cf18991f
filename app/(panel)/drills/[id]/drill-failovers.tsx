'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { RowList } from '@/components/table/row-list';
import type { DrillDetail } from '@/lib/drills/schema';
import classes from './drill.module.css';

/** Who took over, and how often. */
export function DrillFailovers({ drill: { report } }: { drill: DrillDetail }) {
  const t = useTranslations('drills.failovers');
  return (
    <SectionCard title={t('title')}>
      {report.failovers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      ) : (
        <RowList className={classes.takers}>
          {report.failovers.map(({ to, messages }) => (
            <li key={to}>
              <Text size="sm" fw={550}>
                {to}
              </Text>
              <Text size="sm" c="dimmed" className="tabular">
                {t('messages', { messages })}
              </Text>
            </li>
          ))}
        </RowList>
      )}
    </SectionCard>
  );
}
