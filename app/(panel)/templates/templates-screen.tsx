'use client';

import { Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from 'nuqs';
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
  const [kind, setKind] = useQueryState(
    'category',
    parseAsStringLiteral(['component']).withOptions({ clearOnDefault: true }),
  );
  const create = kind ? (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen('empty')}
      disabledReason={disabledReason}
    >
      {t('component.create')}
    </ReasonedButton>
  ) : (
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
      <Group mb="md" gap="md">
        <SegmentedControl
          aria-label={t('component.kind')}
          value={kind ?? ''}
          onChange={(value) => void setKind(value === 'component' ? value : null)}
          data={[
            { value: '', label: t('title') },
            { value: 'component', label: t('component.title') },
          ]}
        />
        <Switch
          label={t('archive')}
          checked={archived}
          onChange={(event) => void setArchived(event.currentTarget.checked || null)}
        />
      </Group>
      {kind && (
        <Text size="sm" c="dimmed" mb="md">
          {t('component.description')}
        </Text>
      )}
      <TemplateTable create={create} archived={archived} category={kind} />
      <OnceOpened opened={open === 'empty'}>
        <TemplateWindow opened={open === 'empty'} onClose={close} category={kind} />
      </OnceOpened>
      <OnceOpened opened={open === 'gallery'}>
        <NewFromGallery opened={open === 'gallery'} onClose={close} />
      </OnceOpened>
    </>
  );
}
