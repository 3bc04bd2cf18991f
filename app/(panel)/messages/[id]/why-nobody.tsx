'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import type { CandidateView } from '@/lib/messages/view-schema';
import { CandidateTable } from '../../routing/candidate-table';
import { skippedAmong } from './explain-choice';
import { useSkipped } from './use-skipped';

/** Why no provider was asked: a sentence for an administrator, each with its reason for a technician. */
export function WhyNobody({ candidates, at }: { candidates: CandidateView[]; at: string }) {
  const t = useTranslations('messages.why');
  const { technical } = useMode();
  const skippedText = useSkipped();
  if (candidates.length === 0) return null;
  const skipped = skippedAmong(candidates);
  // Where nothing but what the message asks for kept it from all of them, that is the reason.
  const sentence = skippedText(skipped.length > 0 ? skipped : candidates, at);
  return (
    <>
      <Text size="xs" c="dimmed">
        {technical ? t('noneAsked') : `${t('noneAsked')} ${sentence}`}
      </Text>
      {technical && <CandidateTable label={t('nobody')} candidates={candidates} used="" at={at} />}
    </>
  );
}
