'use client';

import { Table, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { CandidateView } from '@/lib/messages/schema';
import { useReason } from './use-reason';

type Props = { label: string; candidates: CandidateView[]; at: string };

/** One decision: who comes when, by which strategy and how well, and why the others do not. */
export function CandidateTable({ label, candidates, at }: Props) {
  const t = useTranslations('routing');
  const format = useFormatter();
  const word = useReason();
  return (
    <Table.ScrollContainer minWidth={440} type="native">
      <Table aria-label={label} verticalSpacing={4} horizontalSpacing="xs" fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={44}>{t('columns.rank')}</Table.Th>
            <Table.Th>{t('columns.provider')}</Table.Th>
            <Table.Th>{t('columns.reason')}</Table.Th>
            <Table.Th>{t('columns.strategy')}</Table.Th>
            <Table.Th ta="right">{t('columns.score')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {candidates.map((candidate) => (
            <Table.Tr key={candidate.provider} c={candidate.rank === null ? 'dimmed' : undefined}>
              <Table.Td className="tabular">{candidate.rank ?? '—'}</Table.Td>
              <Table.Td>
                <Text inherit fw={candidate.rank === 1 ? 600 : undefined}>
                  {candidate.provider}
                </Text>
              </Table.Td>
              <Table.Td>{word(candidate, at)}</Table.Td>
              <Table.Td>
                {candidate.strategy && t.has(`strategy.${candidate.strategy}`)
                  ? t(`strategy.${candidate.strategy}`)
                  : '—'}
              </Table.Td>
              <Table.Td ta="right" className="tabular">
                {candidate.score === undefined
                  ? '—'
                  : format.number(candidate.score, { minimumFractionDigits: 2, maximumFractionDigits: 3 })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
