'use client';

import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';
import type { SegmentView } from '@/lib/segments/schema';
import { useSegmentWords } from './use-segment-words';

export function SegmentTable({ onOpen }: { onOpen: (segment: SegmentView) => void }) {
  const t = useTranslations('lists.segments');
  const say = useSegmentWords();
  const query = useQuery(apiQuery('segments'));
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{t('none')}</Text>
          ) : (
            <Table aria-label={t('title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('name')}</Table.Th>
                  <Table.Th scope="col" visibleFrom="sm">
                    {t('about')}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((segment) => (
                  <Table.Tr key={segment.id}>
                    <Table.Td>
                      <Button variant="subtle" size="compact-sm" onClick={() => onOpen(segment)}>
                        {segment.title}
                      </Button>
                    </Table.Td>
                    <Table.Td visibleFrom="sm" style={{ overflowWrap: 'anywhere' }}>
                      {say(segment.rules)}
                    </Table.Td>
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
