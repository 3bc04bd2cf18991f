'use client';

import { List, Stack, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { AttemptView, MessageDetail } from '@/lib/messages/view-schema';
import { useAi } from '../../ai/use-ai';
import { explainAttemptAction } from '../actions';

type Props = {
  message: Pick<MessageDetail, 'id' | 'company'>;
  attemptId: string;
  outcomes: AttemptView['outcomes'];
};
type Answer = Extract<Awaited<ReturnType<typeof explainAttemptAction>>, { ok: true }>['data'];

/** What the words of a server mean, asked of whoever is first; with the reason where nobody can be. */
export function ExplainReply({ message, attemptId, outcomes }: Props) {
  const t = useTranslations('ai.explain');
  const offer = useAi(['explain'], message);
  const locked = useLocked('messages.write');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { run, pending } = useAction(explainAttemptAction, {
    invalidates: ['ai-providers', 'ai-calls'],
    onSuccess: setAnswer,
  });
  if (!offer || !outcomes.some(({ outcome, reply }) => reply && outcome !== 'accepted')) return null;
  const { provider, hides } = offer;
  return (
    <Stack gap={4} mt={4} align="flex-start">
      <ReasonedButton
        size="xs"
        variant="default"
        leftSection={<IconSparkles size={14} aria-hidden />}
        loading={pending}
        disabledReason={locked ?? offer.locked}
        onClick={() => void run({ id: message.id, attemptId })}
      >
        {t('ask')}
      </ReasonedButton>
      <Text size="xs" c="dimmed">
        {offer.locked ?? t(hides ? 'goesTo' : 'goesWhole', { name: provider.name, label: provider.label })}
      </Text>
      <div role="status">{answer && !pending && <Told answer={answer} />}</div>
    </Stack>
  );
}

function Told({ answer }: { answer: Answer }) {
  const t = useTranslations('ai');
  if (!answer.ok) return <Notice tone="warn" title={t(`reasons.${answer.reason}`)} />;
  const { explanation, steps, confidence, whoActs } = answer.output;
  return (
    <Notice tone="quiet" title={t('explain.title', { provider: answer.provider })}>
      <Text size="sm">{explanation}</Text>
      {steps.length > 0 && (
        <List size="sm" mt={4}>
          {steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t(`explain.who.${whoActs}`)} {t(`explain.confidence.${confidence}`)}
      </Text>
    </Notice>
  );
}
