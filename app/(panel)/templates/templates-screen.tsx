'use client';

import { Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { TemplateTable } from './template-table';

const TemplateWindow = dynamic(() => import('./template-window').then((module) => module.TemplateWindow), {
  ssr: false,
});

/** What messages are made with. */
export function TemplatesScreen() {
  const t = useTranslations('templates');
  const disabledReason = useLocked('templates.write');
  const [open, setOpen] = useState(false);
  const [archived, setArchived] = useQueryState('archived', parseAsBoolean.withDefault(false));
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
      <Switch
        mb="md"
        label={t('archive')}
        checked={archived}
        onChange={(event) => void setArchived(event.currentTarget.checked || null)}
      />
      <TemplateTable create={create} archived={archived} />
      <OnceOpened opened={open}>
        <TemplateWindow opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
