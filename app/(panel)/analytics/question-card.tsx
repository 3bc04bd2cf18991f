'use client';

import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMoney } from '@/components/layout/money';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { type FiguresAnswer, QuestionInput } from '@/lib/statistics/question/schema';
import { useAi } from '../ai/use-ai';
import { askFiguresAction } from './actions';
import { pageOf } from './page-of';

const QuestionForm = z.strictObject({ question: QuestionInput.shape.question });

/** A question in plain words; drawn only where the settings have it on. */
export function QuestionCard() {
  const t = useTranslations('ai.figures');
  const offer = useAi(['figures'], {});
  const locked = useLocked('messages.write');
  const form = useZodForm(QuestionForm, { question: '' });
  const [answer, setAnswer] = useState<AiAnswer<FiguresAnswer> | null>(null);
  const { submit, pending, error } = useFormAction(askFiguresAction, {
    invalidates: ['ai-providers', 'ai-calls'],
    onSuccess: setAnswer,
  });
  if (!offer) return null;
  const { name, label } = offer.provider;
  return (
    <SectionCard title={t('title')} lead={offer.locked ?? t('goesTo', { name, label })}>
      <Stack gap="sm">
        <FormShell
          form={form}
          onSubmit={submit}
          pending={pending}
          error={error}
          submitLabel={t('ask')}
          lockedReason={locked ?? offer.locked}
        >
          <TextField name="question" label={t('question')} placeholder={t('example')} maxLength={300} />
        </FormShell>
        <div role="status">{answer && !pending && <Told answer={answer} />}</div>
      </Stack>
    </SectionCard>
  );
}

function Told({ answer }: { answer: AiAnswer<FiguresAnswer> }) {
  const t = useTranslations('ai');
  if (!answer.ok) return <Notice tone="warn" title={t(`reasons.${answer.reason}`)} />;
  if (answer.output.query === 'none') return <Notice tone="quiet" title={t('figures.none')} />;
  return (
    <Notice
      tone="quiet"
      icon={<IconSparkles size={18} aria-hidden />}
      title={t(`figures.queries.${answer.output.query}`)}
    >
      <Figures answer={answer.output} />
      <Group gap="xs" mt={6}>
        <Anchor component={Link} href={pageOf(answer.output)} underline="always" size="sm">
          {t('figures.open')}
        </Anchor>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('figures.chosen', { provider: answer.provider })}
      </Text>
    </Notice>
  );
}

function Figures({ answer }: { answer: Exclude<FiguresAnswer, { query: 'none' }> }) {
  const t = useTranslations('ai.figures');
  const { dateTime } = useFormatter();
  const money = useMoney();
  const day = (text: string) => dateTime(new Date(text), { dateStyle: 'medium', timeZone: 'UTC' });
  if (answer.query === 'waiting') return <Text size="sm">{t('answers.waiting', answer)}</Text>;
  if (answer.query === 'campaign')
    return <Text size="sm">{t('answers.campaign', { title: answer.title, ...answer.counts })}</Text>;
  const period = t('period', { from: day(answer.from), to: day(answer.to) });
  if (answer.query === 'providers')
    return (
      <>
        <Text size="sm">{period}</Text>
        <List size="sm">
          {answer.data.map(({ name, sent, failed, cost }) => (
            <List.Item key={name ?? ''}>
              {t('answers.provider', { name: name ?? t('gone'), sent, failed, cost: money(cost) })}
            </List.Item>
          ))}
          {answer.data.length === 0 && <List.Item>{t('nothing')}</List.Item>}
        </List>
      </>
    );
  const about = [answer.provider?.name, answer.category && t(`categories.${answer.category}`)]
    .filter(Boolean)
    .join(', ');
  return (
    <Text size="sm">
      {[period, about].filter(Boolean).join(', ')}:{' '}
      {answer.query === 'messages'
        ? t('answers.messages', answer.counts)
        : t('answers.cost', { cost: money(answer.cost), sent: answer.sent })}
    </Text>
  );
}
