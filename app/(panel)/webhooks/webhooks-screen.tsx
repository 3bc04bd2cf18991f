'use client';

import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { WebhookTable } from './webhook-table';

const NewWebhook = dynamic(() => import('./new-webhook').then((module) => module.NewWebhook), { ssr: false });

export function WebhooksScreen() {
  const t = useTranslations('webhooks');
  const unseen = useLocked('webhooks.read');
  const disabledReason = useLocked('webhooks.write');
  const [open, setOpen] = useState(false);
  const create = (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen(true)}
      disabledReason={disabledReason}
    >
      {t('create')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      {unseen ? <Notice tone="quiet">{unseen}</Notice> : <WebhookTable create={create} />}
      <OnceOpened opened={open}>
        <NewWebhook opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
