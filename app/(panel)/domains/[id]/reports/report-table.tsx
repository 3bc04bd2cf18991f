'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { DataTable } from '@/components/table/data-table';
import type { DomainReports } from '@/lib/domains/reports/schema';

type Report = DomainReports['reports'][number];

/** What all of the above is made of; a technician also sees by which id to ask the reporter. */
export function ReportTable({ reports }: { reports: Report[] }) {
  const t = useTranslations('domainReports.list');
  const format = useFormatter();
  const { technical } = useMode();
  const query = { data: { data: reports }, error: null, refetch: () => undefined };
  return (
    <SectionCard title={t('title')}>
      <DataTable<Report>
        label={t('title')}
        query={query}
        empty={null}
        columns={[
          { id: 'reporter', title: t('reporter'), render: ({ reporter }) => reporter, ellipsis: true },
          { id: 'kind', title: t('kind'), render: ({ kind }) => t(kind), width: 100 },
          { id: 'time', title: t('time'), render: ({ endsAt }) => <Time value={endsAt} /> },
          {
            id: 'messages',
            title: t('messages'),
            align: 'right',
            render: ({ messages }) => format.number(messages),
          },
          { id: 'passed', title: t('passed'), align: 'right', render: ({ passed }) => format.number(passed) },
          ...(technical
            ? [
                {
                  id: 'reportId',
                  title: t('id'),
                  render: ({ reportId }: Report) => (
                    <Text ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>
                      {reportId}
                    </Text>
                  ),
                },
              ]
            : []),
        ]}
        card={({ reporter, kind, endsAt, messages, passed }) => ({
          title: reporter,
          aside: t(kind),
          body: (
            <Text size="sm">
              <Time value={endsAt} /> · {t('messages')}: {format.number(messages)} · {t('passed')}:{' '}
              {format.number(passed)}
            </Text>
          ),
        })}
      />
    </SectionCard>
  );
}
