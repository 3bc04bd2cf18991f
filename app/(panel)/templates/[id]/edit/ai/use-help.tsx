'use client';

import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import type { AiReason, AiTry } from '@/lib/ai/ask/answer';
import type { Drafted, RewriteInput } from '@/lib/ai/jobs/schema';
import type { Wording } from '@/lib/ai/words/pieces';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Draft } from '../draft';
import { draftTextAction, rewriteTextAction, suggestSubjectsAction, translateTextAction } from './actions';
import { variablesOf } from './variables-of';

export type Wanted = {
  task: 'translate' | 'rewrite' | 'subjects' | 'draft';
  to: string;
  style: RewriteInput['style'];
  purpose: string;
};
/** `language`: of which text it is. */
export type Proposed =
  | { what: 'wording'; language: string; wording: Wording }
  | { what: 'subjects'; subjects: string[] }
  | { what: 'draft'; drafted: Drafted };

type Props = { template: TemplateView; draft: Draft; language: string };
type Failed = { reason: AiReason; tries: AiTry[] };

const READS = { invalidates: ['ai-providers', 'ai-calls'] };

/** One question at a time, and what came of it. */
export function useHelp({ template: { id }, draft, language }: Props) {
  const [proposal, setProposal] = useState<Proposed | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const translate = useAction(translateTextAction, READS);
  const rewrite = useAction(rewriteTextAction, READS);
  const suggest = useAction(suggestSubjectsAction, READS);
  const write = useAction(draftTextAction, READS);
  const { subject, preheader, document } = draft.texts[language]!;
  const text = { id, subject, preheader, document };

  async function ask({ task, to, style, purpose }: Wanted): Promise<void> {
    setFailed(null);
    if (task === 'subjects') {
      const result = await suggest.run({ ...text, language });
      if (result.ok && result.data.ok) setProposal({ what: 'subjects', subjects: result.data.output });
      else if (result.ok && !result.data.ok) setFailed(result.data);
      return;
    }
    if (task === 'draft') {
      const result = await write.run({ id, language, purpose, variables: variablesOf(draft) });
      if (result.ok && result.data.ok) setProposal({ what: 'draft', drafted: result.data.output });
      else if (result.ok && !result.data.ok) setFailed(result.data);
      return;
    }
    const result =
      task === 'translate'
        ? await translate.run({ ...text, from: language, to })
        : await rewrite.run({ ...text, language, style });
    if (!result.ok) return;
    if (!result.data.ok) setFailed(result.data);
    else
      setProposal({
        what: 'wording',
        language: task === 'translate' ? to : language,
        wording: result.data.wording,
      });
  }

  return {
    ask,
    proposal,
    back: () => setProposal(null),
    pending: [translate, rewrite, suggest, write].some(({ pending }) => pending),
    trouble: failed && <Trouble failed={failed} />,
  };
}

function Trouble({ failed: { reason, tries } }: { failed: Failed }): ReactNode {
  const t = useTranslations('ai');
  return (
    <Notice tone="warn" icon={<IconAlertTriangle aria-hidden />} title={t(`reasons.${reason}`)}>
      {tries.map(({ provider, outcome }) => (
        <Text key={provider} size="sm">
          {t('help.try', { provider, why: t(`outcomes.${outcome}`) })}
        </Text>
      ))}
    </Notice>
  );
}
