'use client';

import { Stack } from '@mantine/core';
import { IconPlus, IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { ReportCard } from './report-card';

const ReportWindow = dynamic(() => import('./report-window').then((module) => module.ReportWindow), {
  ssr: false,
});

/** One is sent by itself at its hour. */
const REFRESH_MS = 30_000;

/** Who gets which figures by mail, and when. */
export function ReportsScreen() {
  const t = useTranslations('reports');
  const locked = useLocked('settings.write');
  const query = useQuery({ ...apiQuery('reports'), refetchInterval: pollEvery(REFRESH_MS) });
  const [open, setOpen] = useState<string | null>(null);
  const chosen = query.data?.data.find(({ id }) => id === open) ?? null;
  const add = (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen('new')}
      disabledReason={locked}
    >
      {t('add')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={add} />
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<IconReportAnalytics size={22} aria-hidden />}
              title={t('empty.title')}
              action={add}
            >
              {t('empty.body')}
            </EmptyState>
          ) : (
            <Stack>
              {data.map((report) => (
                <ReportCard key={report.id} report={report} onEdit={() => setOpen(report.id)} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      <OnceOpened opened={open !== null}>
        <ReportWindow opened={open !== null} stored={chosen} onClose={() => setOpen(null)} />
      </OnceOpened>
    </>
  );
}
