'use client';

import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { formatDuration } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { RowList } from '@/components/table/row-list';
import { StateBadge } from '@/components/table/state-badge';
import type { PastTestView } from '@/lib/providers/health/report-schema';
import type { ProviderView } from '@/lib/providers/schema';
import { HistoryCard } from './history-card';
import classes from './rows.module.css';
import { TestReport } from './test-report';

/** Earlier tests, each with all that it found. */
export function TestHistory({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.history');
  return (
    <HistoryCard
      title={t('title')}
      none={t('none')}
      more={t('more')}
      read={(limit) => apiQuery('providers/[id]/tests', { id: provider.id, limit })}
    >
      {(tests) => (
        <RowList>
          {tests.map((test) => (
            <li key={test.id}>
              <PastTest test={test} />
            </li>
          ))}
        </RowList>
      )}
    </HistoryCard>
  );
}

function PastTest({ test }: { test: PastTestView }) {
  const t = useTranslations('checks.all');
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <Text span size="sm">
          <Time value={test.at} />
        </Text>
        <Group gap="xs" component="span">
          <Text span size="xs" c="dimmed" className="tabular">
            {formatDuration(test.durationMs, locale)}
          </Text>
          <StateBadge tone={test.ok ? 'good' : 'bad'} icon={test.ok ? IconCircleCheck : IconCircleX}>
            {t(test.ok ? 'ok' : 'notOk')}
          </StateBadge>
        </Group>
      </summary>
      {open && <TestReport report={test} />}
    </details>
  );
}
