'use client';

import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OnceOpened } from '@/components/layout/once-opened';
import type { WebhookEvent } from '@/lib/webhooks/event-types';
import type { DeliveryView, WebhookView } from '@/lib/webhooks/schema';
import { useTold } from '../use-told';

const DeliveryWindow = dynamic(() => import('./delivery-window').then((module) => module.DeliveryWindow), {
  ssr: false,
});

type Props = { webhook: WebhookView; delivery: DeliveryView };

export function DeliveryOpener({ webhook, delivery }: Props) {
  const t = useTranslations('webhooks.deliveries');
  const { nameOf } = useTold();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-label={t('lookAt', { event: nameOf(delivery.event as WebhookEvent) })}
        onClick={() => setOpen(true)}
      >
        {t('look')}
      </Button>
      <OnceOpened opened={open}>
        <DeliveryWindow webhook={webhook} delivery={delivery} opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
