'use client';

import { Stack } from '@mantine/core';
import { IconEye, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import { HeardByWebhooks } from './heard-by-webhooks';
import { ReportsByMail } from './reports-by-mail';
import { RuleRow } from './rule-row';

const RuleWindow = dynamic(() => import('./rule-window').then((module) => module.RuleWindow), { ssr: false });

/** What is watched, from when on that is an alert, and who hears of it: all in one place. */
export function MonitoringScreen() {
  const t = useTranslations('alerts.rules');
  const locked = useLocked('alerts.write');
  const query = useQuery(apiQuery('alert-rules'));
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
      <Stack gap="lg">
        <QueryState query={query}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={<IconEye size={22} aria-hidden />} title={t('empty.title')} action={add}>
                {t('empty.body')}
              </EmptyState>
            ) : (
              <SectionCard title={t('list')} lead={t('listLead')}>
                <RowList label={t('list')}>
                  {data.map((rule) => (
                    <RuleRow key={rule.id} rule={rule} onChange={() => setOpen(rule.id)} />
                  ))}
                </RowList>
              </SectionCard>
            )
          }
        </QueryState>
        <HeardByWebhooks />
        <ReportsByMail />
      </Stack>
      <OnceOpened opened={open !== null}>
        <RuleWindow opened={open !== null} stored={chosen} onClose={() => setOpen(null)} />
      </OnceOpened>
    </>
  );
}
