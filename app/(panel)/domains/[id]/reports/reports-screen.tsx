'use client';

import { Anchor, SegmentedControl, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { FigureCard } from '@/components/layout/figure-card';
import { pollEvery } from '@/components/layout/poll-every';
import { formatPercent, NOTHING } from '@/components/layout/quantities';
import { SectionCard } from '@/components/layout/section-card';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import type { DomainReports } from '@/lib/domains/reports/schema';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { AdviceCard } from './advice-card';
import { EncryptionCard } from './encryption-card';
import { ReadReports } from './read-reports';
import { ReportTable } from './report-table';
import { SourceCard } from './source-card';

/** The chart's library is large; the page does not wait for it. */
const DaysChart = dynamic(() => import('./days-chart').then((module) => module.DaysChart), {
  ssr: false,
  loading: () => <Skeleton h={220} />,
});

/** Names of sources come in by a job. */
const WATCH_MS = 30_000;
const SPANS = ['7', '30', '90'] as const;

/** What others report of mail in a domain's name: who sends, what fails and why, and what follows for the policy. */
export function ReportsScreen({ id }: { id: string }) {
  const t = useTranslations('domainReports');
  const query = useQuery(apiQuery('domains/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('short')}
      back={{ href: paths.domain(id), label: query.data?.shownName ?? t('short') }}
      head={(domain) => ({
        title: t('title', { domain: domain.shownName }),
        state: t('lead'),
        actions: <ReadReports domain={domain} />,
      })}
    >
      {(domain) => <Reports domain={domain} />}
    </DetailScreen>
  );
}

function Reports({ domain }: { domain: DomainView }) {
  const t = useTranslations('domainReports');
  const [days, setDays] = useQueryState('days', parseAsStringLiteral(SPANS).withDefault('30'));
  const query = useQuery({
    ...apiQuery('domains/[id]/reports', { id: domain.id, days }),
    refetchInterval: pollEvery(WATCH_MS),
  });
  return (
    <>
      <SegmentedControl
        aria-label={t('span')}
        value={days}
        onChange={(value) => void setDays(value as (typeof SPANS)[number])}
        data={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
        style={{ alignSelf: 'flex-start' }}
      />
      <QueryState query={query}>
        {(reports) =>
          reports.reports.length === 0 ? <NoReports /> : <Told domain={domain} reports={reports} />
        }
      </QueryState>
    </>
  );
}

function NoReports() {
  const t = useTranslations('domainReports.empty');
  return (
    <EmptyState
      icon={<IconFileSearch size={24} />}
      title={t('title')}
      action={
        <Anchor component={Link} href={paths.bounceMailboxes()} underline="always">
          {t('mailboxes')}
        </Anchor>
      }
    >
      {t('body')}
    </EmptyState>
  );
}

function Told({ domain, reports }: { domain: DomainView; reports: DomainReports }) {
  const t = useTranslations('domainReports');
  return (
    <>
      <Figures reports={reports} />
      <Columns
        main={
          <>
            <SectionCard title={t('chart.title')} lead={t('chart.lead')}>
              <DaysChart days={reports.days} />
            </SectionCard>
            <SectionCard title={t('sources.title')} lead={t('sources.lead')}>
              {reports.sources.length === 0 && <Text size="sm">{NOTHING}</Text>}
              {reports.sources.map((source) => (
                <SourceCard
                  key={`${source.kind} ${source.name ?? source.addresses[0]?.address}`}
                  source={source}
                />
              ))}
            </SectionCard>
          </>
        }
        beside={
          <>
            <AdviceCard domain={domain} advice={reports.advice} />
            <EncryptionCard encryption={reports.encryption} />
          </>
        }
      />
      <ReportTable reports={reports.reports} />
    </>
  );
}

function Figures({ reports: { messages, passed, quarantined, rejected } }: { reports: DomainReports }) {
  const t = useTranslations('domainReports.figures');
  const format = useFormatter();
  const locale = useLocale();
  const failed = messages - passed;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <FigureCard label={t('messages')} value={format.number(messages)}>
        {t('messagesHelp')}
      </FigureCard>
      <FigureCard
        label={t('passed')}
        value={messages > 0 ? formatPercent(passed / messages, locale) : NOTHING}
      >
        {t('passedHelp')}
      </FigureCard>
      <FigureCard label={t('failed')} value={format.number(failed)}>
        {t('failedHelp', { quarantined, rejected })}
      </FigureCard>
    </SimpleGrid>
  );
}
