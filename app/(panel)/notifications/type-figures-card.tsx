'use client';

import { SegmentedControl, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import { STATES } from '@/lib/notifications/states';

const SPANS = ['24h', '7d', '30d'] as const;

/** How many there were of each type, and what became of them. */
export function TypeFiguresCard() {
  const t = useTranslations('notifications');
  const { number } = useFormatter();
  const [span, setSpan] = useState<(typeof SPANS)[number]>('24h');
  const query = useQuery(apiQuery('notifications/figures', { span }));
  return (
    <SectionCard
      title={t('figures.title')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('figures.span')}
          value={span}
          onChange={(value) => setSpan(value as typeof span)}
          data={SPANS.map((value) => ({ value, label: t(`figures.spans.${value}`) }))}
        />
      }
    >
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('figures.none')}
            </Text>
          ) : (
            <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table aria-label={t('figures.title')} className="tabular">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('columns.title')}</Table.Th>
                    <Table.Th scope="col" ta="right">
                      {t('figures.count')}
                    </Table.Th>
                    {STATES.map((state) => (
                      <Table.Th key={state} scope="col" ta="right">
                        {t(`states.${state}`)}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.map(({ type, title, count, states }) => (
                    <Table.Tr key={type}>
                      <Table.Th scope="row" fw={500}>
                        {title}
                      </Table.Th>
                      <Table.Td ta="right">{number(count)}</Table.Td>
                      {STATES.map((state) => (
                        <Table.Td key={state} ta="right">
                          {number(states[state])}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryState>
    </SectionCard>
  );
}
