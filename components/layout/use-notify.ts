'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import type { Tone } from '../tones';

/** The one way to tell something in passing; already translated. */
export function useNotify(): (message: string, tone?: Tone) => void {
  const t = useTranslations('common');
  return (message, tone = 'quiet') => {
    notifications.show({
      message,
      color: `var(--relevo-${tone})`,
      closeButtonProps: { 'aria-label': t('close') },
    });
  };
}
