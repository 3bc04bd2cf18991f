'use client';

import { Group, Switch } from '@mantine/core';
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react';
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
const NewFromGallery = dynamic(() => import('./new-from-gallery').then((module) => module.NewFromGallery), {
  ssr: false,
});

/** What messages are made with. */
export function TemplatesScreen() {
  const t = useTranslations('templates');
  const disabledReason = useLocked('templates.write');
  const [open, setOpen] = useState<'empty' | 'gallery' | null>(null);
  const close = () => setOpen(null);
  const [archived, setArchived] = useQueryState('archived', parseAsBoolean.withDefault(false));
  const create = (
    <Group gap="xs">
      <ReasonedButton
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen('empty')}
        disabledReason={disabledReason}
      >
        {t('create')}
      </ReasonedButton>
      <ReasonedButton
        leftSection={<IconLayoutGrid size={16} aria-hidden />}
        onClick={() => setOpen('gallery')}
        disabledReason={disabledReason}
      >
        {t('fromGallery')}
      </ReasonedButton>
    </Group>
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
      <OnceOpened opened={open === 'empty'}>
        <TemplateWindow opened={open === 'empty'} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open === 'gallery'}>
        <NewFromGallery opened={open === 'gallery'} onClose={close} />
      </OnceOpened>
    </>
  );
}
