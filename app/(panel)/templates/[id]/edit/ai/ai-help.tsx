'use client';

import { IconSparkles } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import type { TemplateView } from '@/lib/templates/view-schema';
import { useAi } from '../../../../ai/use-ai';
import type { Draft } from '../draft';
import type { Edit } from '../use-edit';

const AiHelpWindow = dynamic(() => import('./ai-help-window').then((module) => module.AiHelpWindow), {
  ssr: false,
});

type Props = {
  template: TemplateView;
  draft: Draft;
  language: string;
  edit: Edit;
  onLanguage: (language: string) => void;
  locked: string | null;
};

/** There where a use of it is on, with the reason where nobody can be asked; a window that is open stays. */
export function AiHelp({ locked, ...props }: Props) {
  const t = useTranslations('ai.help');
  const offer = useAi(['write', 'translate'], props.template);
  if (!offer) return null;
  return (
    <WindowButton
      variant="default"
      size="xs"
      leftSection={<IconSparkles size={16} aria-hidden />}
      disabledReason={locked ?? offer.locked}
      window={(state) => <AiHelpWindow {...props} {...state} offer={offer} />}
    >
      {t('button')}
    </WindowButton>
  );
}
