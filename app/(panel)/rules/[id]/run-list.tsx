'use client';

import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';

/** How it ran: the newest first. */
export function RunList({ id }: { id: string }) {
  const t = useTranslations('rules.runs');
  const { number } = useFormatter();
  const query = useQuery(apiQuery('rules/[id]/runs', { id }));
  return (
    <SectionCard title={t('title')}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{t('none')}</Text>
          ) : (
            <Table aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('at')}</Table.Th>
                  <Table.Th scope="col">{t('state')}</Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('matched')}
                  </Table.Th>
                  <Table.Th scope="col" ta="right">
                    {t('fired')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((run) => (
                  <Table.Tr key={run.id}>
                    <Table.Td>
                      <Time value={run.at} />
                    </Table.Td>
                    <Table.Td>
                      {t(`states.${run.state}`)}
                      {run.by !== 'schedule' && ` · ${run.by}`}
                    </Table.Td>
                    <Table.Td ta="right">{number(run.matched)}</Table.Td>
                    <Table.Td ta="right">{number(run.fired)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </QueryState>
    </SectionCard>
  );
}
