'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WindowButton } from '@/components/form/window-button';
import { useAction } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { SortInput } from '@/lib/ai/jobs/sort-reply';
import { AskAi } from '../ai/ask-ai';
import { useAi } from '../ai/use-ai';
import { sortReplyAction } from './actions';
import { RuleWindow } from './lazy-rule-window';

type Props = {
  source: SortInput;
  /** Whose thing it is about. */
  of?: { company?: string };
};
type Answer = Extract<Awaited<ReturnType<typeof sortReplyAction>>, { ok: true }>['data'];

/** What a reply means that no table knows, proposed by whoever is asked first; a person makes a rule of it, or does not. */
export function SortReply({ source, of = {} }: Props) {
  const t = useTranslations('ai.sort');
  const offer = useAi(['sort'], of);
  const locked = useLocked('settings.write', SHARED);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { run, pending } = useAction(sortReplyAction, {
    invalidates: ['ai-providers', 'ai-calls'],
    onSuccess: setAnswer,
  });
  if (!offer) return null;
  const { provider, hides } = offer;
  return (
    <AskAi
      offer={offer}
      locked={locked}
      pending={pending}
      onAsk={() => void run(source)}
      label={t('ask')}
      goes={t(hides ? 'goesTo' : 'goesWhole', { name: provider.name, label: provider.label })}
    >
      {answer && !pending && <Proposal answer={answer} />}
    </AskAi>
  );
}

function Proposal({ answer }: { answer: Answer }) {
  const t = useTranslations('ai');
  const tRules = useTranslations('suppressions.replies');
  const locked = useLocked('settings.write', SHARED);
  const [rule, setRule] = useState<{ id: string; name: string } | null>(null);
  if (!answer.ok) return <Notice tone="warn" title={t(`reasons.${answer.reason}`)} />;
  const { means, permanent, phrase, reason, confidence, appliesTo } = answer.output;
  const note = t('sort.note', { provider: answer.provider, reason });
  const draft = { means, permanent, phrase, appliesTo, note, name: phrase.slice(0, 80) };
  const how = permanent === null ? [] : [tRules(`try.for.${permanent ? 'good' : 'now'}`)];
  return (
    <Notice tone="quiet" title={t('sort.title', { provider: answer.provider })}>
      <Text size="sm">{[tRules(`means.${means}`), ...how].join(' · ')}</Text>
      <Text size="sm">{reason}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('sort.phrase', { phrase })}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t(`explain.confidence.${confidence}`)} {t('sort.proposed')}
      </Text>
      <Group mt="xs">
        {rule ? (
          <Text size="sm">{t('sort.made')}</Text>
        ) : (
          <WindowButton
            size="xs"
            window={(props) => <RuleWindow {...props} draft={draft} onSaved={setRule} />}
            disabledReason={locked}
          >
            {t('sort.makeRule')}
          </WindowButton>
        )}
      </Group>
    </Notice>
  );
}
