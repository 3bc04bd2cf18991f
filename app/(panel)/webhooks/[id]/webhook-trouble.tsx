'use client';

import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import type { WebhookView } from '@/lib/webhooks/schema';

/** Why it is told nothing, or in vain, and what to do about it. */
export function WebhookTrouble({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks.trouble');
  const { state, stoppedBecause, failingSince } = webhook;
  const icon = <IconAlertTriangle aria-hidden />;
  if (state === 'stopped')
    return (
      <Notice tone="bad" icon={icon}>
        {t(`stopped.${stoppedBecause ?? 'failing'}`)}
      </Notice>
    );
  if (state === 'failing' && failingSince)
    return (
      <Notice tone="warn" icon={icon}>
        {t.rich('failing', { time: () => <Time value={failingSince} /> })}
      </Notice>
    );
  return null;
}
