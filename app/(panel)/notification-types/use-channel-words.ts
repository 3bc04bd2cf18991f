'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { TypeView } from '@/lib/notifications/types/schema';

/** `Email and text message`, or `Email, then WhatsApp`. */
export function useChannelWords(): (type: Pick<TypeView, 'mode' | 'steps'>) => string {
  const t = useTranslations('notification-types');
  const { list } = useFormatter();
  return ({ mode, steps }) => {
    const names = steps.map(({ channel }) => t(`channels.${channel}`));
    return mode === 'all' ? list(names, { type: 'conjunction' }) : names.join(t('then'));
  };
}
