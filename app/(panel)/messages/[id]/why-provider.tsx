'use client';

import { Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import type { AttemptView, CandidateView } from '@/lib/messages/view-schema';
import { CandidateTable } from '../../routing/candidate-table';
import { useReason } from '../../routing/use-reason';
import { DEMOTED, explainChoice } from './explain-choice';
import { useSkipped } from './use-skipped';

/** Why this provider and no other: a sentence, and for a technician the ranking. */
export function WhyProvider({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations('messages.why');
  const { technical } = useMode();
  const { candidates, provider, startedAt } = attempt;
  if (candidates.length === 0) return null;
  if (!technical) return <Sentence attempt={attempt} />;
  const table = <CandidateTable label={t('label')} candidates={candidates} used={provider} at={startedAt} />;
  // Who took over was ranked by the same decision as the one before.
  const isFirst = candidates.some((each) => each.provider === provider && each.rank === 1);
  return (
    <>
      <Sentence attempt={attempt} />
      {isFirst ? (
        table
      ) : (
        <details>
          <Text component="summary" size="xs">
            {t('label')}
          </Text>
          {table}
        </details>
      )}
    </>
  );
}

function Sentence({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations('messages.why');
  const format = useFormatter();
  const word = useReason();
  const skippedText = useSkipped();
  const { key, after = '', equals = [], next, skipped, breaks } = explainChoice(attempt);
  const reasonOf = (candidate: CandidateView) => word(candidate, attempt.startedAt);
  const named = (candidate: CandidateView) => `${candidate.provider} (${reasonOf(candidate)})`;
  const sentences = [
    t(key, { provider: attempt.provider, after, others: format.list(equals) }),
    breaks && t('breaksAlignment', { provider: attempt.provider }),
    skippedText(skipped, attempt.startedAt),
    next.length > 0 &&
      t('next', {
        providers: format.list(next.map((each) => (DEMOTED.has(each.reason) ? named(each) : each.provider))),
      }),
  ];
  return (
    <Text size="xs" c="dimmed">
      {sentences.filter(Boolean).join(' ')}
    </Text>
  );
}
