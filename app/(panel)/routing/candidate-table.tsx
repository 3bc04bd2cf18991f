'use client';

import { Table, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { NOTHING } from '@/components/layout/quantities';
import type { CandidateView } from '@/lib/messages/view-schema';
import { useReason } from './use-reason';

type Props = {
  label: string;
  candidates: CandidateView[];
  /** The one that was used; else the first. */
  used?: string;
  at: string;
};

/** One decision: by which strategy, who comes when and how well it does by that, and why the others do not come. */
export function CandidateTable({ label, candidates, used = candidates[0]?.provider, at }: Props) {
  const t = useTranslations('routing');
  const format = useFormatter();
  const word = useReason();
  const strategy = candidates.find((each) => each.strategy)?.strategy;
  const score = (value: number | undefined) =>
    value === undefined
      ? NOTHING
      : format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 3 });
  return (
    <Table.ScrollContainer minWidth={240} type="native">
      {strategy && t.has(`strategy.${strategy}`) && (
        <Text size="xs" c="dimmed" mb={4}>
          {t('columns.strategy')}: {t(`strategy.${strategy}`)}
        </Text>
      )}
      <Table aria-label={label} verticalSpacing={4} horizontalSpacing={6} fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.rank')}</Table.Th>
            <Table.Th>{t('columns.provider')}</Table.Th>
            <Table.Th>{t('columns.reason')}</Table.Th>
            <Table.Th ta="right">{t('columns.score')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {candidates.map((candidate) => (
            <Table.Tr key={candidate.provider} c={candidate.rank === null ? 'dimmed' : undefined}>
              <Table.Td className="tabular">{candidate.rank ?? NOTHING}</Table.Td>
              <Table.Td>
                <Text inherit fw={candidate.provider === used ? 600 : undefined}>
                  {candidate.provider}
                </Text>
              </Table.Td>
              <Table.Td>{word(candidate, at)}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {score(candidate.score)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
