'use client';

import { useTranslations } from 'next-intl';
import type { Tone } from '../tones';
import { useToast } from './toasts';

/** The one way to tell something in passing; already translated. */
export function useNotify(): (message: string, tone?: Tone) => void {
  const t = useTranslations('common');
  const show = useToast();
  return (message, tone = 'quiet') => {
    show({
      message,
      color: `var(--relevo-${tone})`,
      closeButtonProps: { 'aria-label': t('close') },
    });
  };
}
