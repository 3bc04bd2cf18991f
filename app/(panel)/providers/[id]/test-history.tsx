'use client';

import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import { StateBadge } from '@/components/table/state-badge';
import type { PastTestView } from '@/lib/providers/report-schema';
import type { ProviderView } from '@/lib/providers/schema';
import classes from './rows.module.css';
import { TestReport } from './test-report';

const SHOWN = 5;
const MOST = 100;

/** Earlier tests, each with all that it found. */
export function TestHistory({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.history');
  const [limit, setLimit] = useState(SHOWN);
  const query = useQuery(
    apiQuery<{ data: PastTestView[]; nextCursor: string | null }>(
      `providers/${provider.id}/tests?limit=${limit}`,
    ),
  );
  return (
    <Card component="section" aria-labelledby="history">
      <Title order={2} id="history">
        {t('title')}
      </Title>
      <QueryState query={query}>
        {({ data, nextCursor }) => (
          <>
            {data.length === 0 && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('none')}
              </Text>
            )}
            <ul className={classes.rows}>
              {data.map((test) => (
                <li key={test.id} className={classes.row}>
                  <PastTest test={test} />
                </li>
              ))}
            </ul>
            {nextCursor && limit < MOST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </Card>
  );
}

function PastTest({ test }: { test: PastTestView }) {
  const t = useTranslations('checks.all');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <Text span size="sm">
          <Time value={test.at} />
        </Text>
        <Group gap="xs" component="span">
          <Text span size="xs" c="dimmed" className="tabular">
            {test.durationMs} ms
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
