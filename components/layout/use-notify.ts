'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';

/** The one way to tell something in passing; already translated. */
export function useNotify(): (message: string, color?: 'green' | 'red' | 'gray') => void {
  const t = useTranslations('common');
  return (message, color = 'gray') => {
    notifications.show({ message, color, closeButtonProps: { 'aria-label': t('close') } });
  };
}
