'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { AttemptView, MessageDetail } from '@/lib/messages/view-schema';
import { AskAi } from '../../ai/ask-ai';
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
    <AskAi
      offer={offer}
      locked={locked}
      pending={pending}
      onAsk={() => void run({ id: message.id, attemptId })}
      label={t('ask')}
      goes={t(hides ? 'goesTo' : 'goesWhole', { name: provider.name, label: provider.label })}
    >
      {answer && !pending && <Told answer={answer} />}
    </AskAi>
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
