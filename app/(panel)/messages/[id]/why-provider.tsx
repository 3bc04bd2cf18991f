'use client';

import { Table, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import type { AttemptView } from '@/lib/messages/schema';

/** Said once for all: the message named its providers, so the others need no mention. */
const SELF_EVIDENT = new Set(['not_requested']);

/** Why this provider and no other: a sentence for an administrator, the ranking for a technician. */
export function WhyProvider({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations('messages.why');
  const format = useFormatter();
  const { technical } = useMode();
  const { candidates, provider } = attempt;
  if (candidates.length === 0) return null;
  const word = (reason: string) => (t.has(`reason.${reason}`) ? t(`reason.${reason}`) : reason);

  if (technical)
    return (
      <Table aria-label={t('label')} verticalSpacing={4} horizontalSpacing="xs" fz="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rank')}</Table.Th>
            <Table.Th>{t('provider')}</Table.Th>
            <Table.Th>{t('why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {candidates.map((candidate) => (
            <Table.Tr key={candidate.provider}>
              <Table.Td>{candidate.rank ?? '—'}</Table.Td>
              <Table.Td>{candidate.provider}</Table.Td>
              <Table.Td>{word(candidate.reason)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    );

  const next = candidates.filter((each) => each.rank !== null && each.provider !== provider);
  const requested = candidates.some((each) => each.reason === 'not_requested');
  const skipped = candidates.filter((each) => each.rank === null && !SELF_EVIDENT.has(each.reason));
  const first = candidates.length === 1 ? 'only' : requested ? 'requested' : 'chosen';
  const sentences = [
    t(first, { provider }),
    next.length > 0 && t('next', { providers: format.list(next.map((each) => each.provider)) }),
    skipped.length > 0 &&
      t('skipped', {
        providers: format.list(skipped.map((each) => `${each.provider} (${word(each.reason)})`)),
      }),
  ];
  return (
    <Text size="xs" c="dimmed">
      {sentences.filter(Boolean).join(' ')}
    </Text>
  );
}
