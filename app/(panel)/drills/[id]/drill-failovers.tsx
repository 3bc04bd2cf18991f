'use client';

import { Card, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DrillDetail } from '@/lib/drills/schema';
import classes from './drill.module.css';

/** Who took over, and how often. */
export function DrillFailovers({ drill: { report } }: { drill: DrillDetail }) {
  const t = useTranslations('drills.failovers');
  return (
    <Card component="section" aria-labelledby="failovers">
      <Title order={2} id="failovers">
        {t('title')}
      </Title>
      {report.failovers.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('none')}
        </Text>
      ) : (
        <ul className={classes.rows}>
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
        </ul>
      )}
    </Card>
  );
}
