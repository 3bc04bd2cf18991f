'use client';

import { Button, Group } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconLayoutGrid,
  IconSend,
} from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { useLocked } from '@/components/layout/use-locked';
import { isComponent } from '@/lib/templates/categories';
import type { TemplateView } from '@/lib/templates/view-schema';
import { AiHelp } from './ai/ai-help';
import { LanguageBar } from './language-bar';
import type { useEdit } from './use-edit';
import { withStarter } from './with-starter';

const Gallery = dynamic(() => import('../../gallery').then((module) => module.Gallery), { ssr: false });
const SendTest = dynamic(() => import('./send-test').then((module) => module.SendTest), { ssr: false });
const VariablesWindow = dynamic(() => import('./variables-window').then((module) => module.VariablesWindow), {
  ssr: false,
});

type Props = ReturnType<typeof useEdit> & {
  template: TemplateView;
  email: string;
  onLanguage: (language: string) => void;
  locked: string | null;
};

/** What is done to the whole of it. */
export function EditorBar({ template, email, onLanguage, locked, ...editing }: Props) {
  const { undo, redo, canUndo, canRedo, edit, draft, language } = editing;
  const t = useTranslations('editor');
  const mayNotSend = useLocked('messages.send');
  const [open, setOpen] = useState<'gallery' | 'test' | 'variables' | null>(null);
  const close = () => setOpen(null);
  const isMail = !isComponent(template);
  const small = { variant: 'default', size: 'xs' } as const;
  return (
    <Group gap="xs" role="toolbar" aria-label={t('bar.label')}>
      <Button
        {...small}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={!canUndo}
        onClick={undo}
      >
        {t('bar.undo')}
      </Button>
      <Button
        {...small}
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        disabled={!canRedo}
        onClick={redo}
      >
        {t('bar.redo')}
      </Button>
      {isMail && (
        <Button
          {...small}
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
          onClick={() => setOpen('gallery')}
        >
          {t('bar.gallery')}
        </Button>
      )}
      <Button
        {...small}
        leftSection={<IconBraces size={16} aria-hidden />}
        onClick={() => setOpen('variables')}
      >
        {t('bar.variables', { count: draft.variables.length })}
      </Button>
      {isMail && (
        <ReasonedButton
          {...small}
          leftSection={<IconSend size={16} aria-hidden />}
          disabledReason={mayNotSend}
          onClick={() => setOpen('test')}
        >
          {t('bar.test')}
        </ReasonedButton>
      )}
      <LanguageBar
        languages={Object.keys(draft.texts)}
        fallback={template.fallbackLanguage}
        language={language}
        onLanguage={onLanguage}
        edit={edit}
        locked={locked}
      />
      <AiHelp
        template={template}
        draft={draft}
        language={language}
        edit={edit}
        onLanguage={onLanguage}
        locked={locked}
      />
      <OnceOpened opened={open === 'gallery'}>
        <Gallery
          opened={open === 'gallery'}
          onClose={close}
          lead={t('gallery')}
          onTake={(starter) => {
            edit.replace(withStarter(draft, starter));
            close();
          }}
        />
      </OnceOpened>
      <OnceOpened opened={open === 'variables'}>
        <VariablesWindow
          opened={open === 'variables'}
          onClose={close}
          variables={draft.variables}
          edit={edit}
        />
      </OnceOpened>
      <OnceOpened opened={open === 'test'}>
        <SendTest
          opened={open === 'test'}
          onClose={close}
          id={template.id}
          draft={draft}
          language={language}
          email={email}
        />
      </OnceOpened>
    </Group>
  );
}
