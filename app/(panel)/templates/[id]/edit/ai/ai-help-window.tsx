'use client';

import { Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { STYLES } from '@/lib/ai/jobs/schema';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { AiOffer } from '../../../../ai/use-ai';
import type { Draft } from '../draft';
import { OFFERED_LANGUAGES } from '../language-bar';
import type { Edit } from '../use-edit';
import { useLanguageName } from '../use-language-name';
import { Proposal } from './proposal';
import { useHelp } from './use-help';
import { draftWords, WhatIsSent, wordsOf } from './what-is-sent';

type Props = {
  opened: boolean;
  onClose: () => void;
  template: TemplateView;
  draft: Draft;
  language: string;
  edit: Edit;
  onLanguage: (language: string) => void;
  offer: AiOffer;
};

/** What is wanted, what of it leaves, and what came back: used only by a press. */
export function AiHelpWindow({ opened, onClose, ...props }: Props) {
  const t = useTranslations('ai.help');
  const common = useTranslations('common');
  const openedLate = useOpenedLate(opened);
  return (
    <Modal
      opened={openedLate}
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {opened && <Help {...props} onDone={onClose} />}
    </Modal>
  );
}

function Help({ onDone, ...props }: Omit<Props, 'opened' | 'onClose'> & { onDone: () => void }) {
  const { draft, language, offer } = props;
  const t = useTranslations('ai.help');
  const nameOf = useLanguageName();
  const { data: settings } = useQuery(apiQuery('settings'));
  const tasks = [
    ...(settings?.ai.translate ? (['translate'] as const) : []),
    ...(settings?.ai.write ? (['rewrite', 'subjects', 'draft'] as const) : []),
  ];
  const [chosen, setTask] = useState<(typeof tasks)[number] | null>(null);
  const task = chosen ?? tasks[0]!;
  const others = OFFERED_LANGUAGES.filter((each) => each !== language);
  const [to, setTo] = useState(others[0]!);
  const [style, setStyle] = useState<(typeof STYLES)[number]>('shorter');
  const [purpose, setPurpose] = useState('');
  const help = useHelp(props);
  if (help.proposal) return <Proposal {...help} {...props} proposal={help.proposal} onDone={onDone} />;
  return (
    <Stack>
      <Select
        label={t('task')}
        allowDeselect={false}
        data={tasks.map((value) => ({ value, label: t(`tasks.${value}`) }))}
        value={task}
        onChange={(value) => setTask(value as typeof task)}
      />
      {task === 'translate' && (
        <Select
          label={t('to')}
          allowDeselect={false}
          data={others.map((value) => ({ value, label: nameOf(value) }))}
          value={to}
          onChange={(value) => setTo(value!)}
        />
      )}
      {task === 'rewrite' && (
        <Select
          label={t('style')}
          allowDeselect={false}
          data={STYLES.map((value) => ({ value, label: t(`styles.${value}`) }))}
          value={style}
          onChange={(value) => setStyle(value as typeof style)}
        />
      )}
      {task === 'draft' && (
        <Textarea
          label={t('purpose')}
          description={t('purposeHelp')}
          autosize
          minRows={2}
          maxLength={1_000}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
      )}
      <WhatIsSent
        offer={offer}
        use={task === 'translate' ? 'translate' : 'write'}
        {...(task === 'draft' ? draftWords(purpose, draft) : { words: wordsOf(draft.texts[language]!) })}
      />
      {help.trouble ?? (offer.locked && <Text size="sm">{offer.locked}</Text>)}
      <div>
        <ReasonedButton
          loading={help.pending}
          disabledReason={offer.locked}
          disabled={task === 'draft' && purpose.trim().length < 5}
          onClick={() => help.ask({ task, to, style, purpose })}
        >
          {t('ask', { name: offer.provider.name })}
        </ReasonedButton>
      </div>
    </Stack>
  );
}
