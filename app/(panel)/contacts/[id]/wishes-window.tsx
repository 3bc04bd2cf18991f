'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import type { PreferencesView } from '@/lib/notifications/preferences/schema';
import { updateContactPreferencesAction } from '../actions';
import { changesOfWishes, WishesForm, wishesOf } from './wishes-values';

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

type Props = { opened: boolean; id: string; stored: PreferencesView; onClose: () => void };

export function WishesWindow({ opened, id, stored, onClose }: Props) {
  const t = useTranslations('contacts.wishes');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Wishes id={id} stored={stored} onDone={onClose} />}
    </FormWindow>
  );
}

function Wishes({ id, stored, onDone }: { id: string; stored: PreferencesView; onDone: () => void }) {
  const t = useTranslations('contacts.wishes');
  const say = useTranslations('notification-types.channels');
  const { submit, pending, error } = useFormAction(updateContactPreferencesAction, {
    invalidates: ['contacts'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: wishesOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(WishesForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...changesOfWishes(stored, values), id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
    >
      {stored.types.map(({ key, title, required, channels }) => (
        <CheckboxesField
          key={key}
          name={`types.${key}`}
          label={title}
          description={required ? t('required') : undefined}
          options={channels.map(({ channel }) => ({
            value: channel,
            label: say(channel),
            disabled: required,
          }))}
        />
      ))}
      {stored.types
        .filter(({ collectable, required }) => collectable && !required)
        .map(({ key, title }) => (
          <SelectField
            key={key}
            name={`digests.${key}`}
            label={t('digest', { title })}
            data={(['each', 'daily', 'weekly'] as const).map((value) => ({
              value,
              label: t(`digests.${value}`),
            }))}
          />
        ))}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField name="from" label={t('from')} description={t('quietHelp')} data={HOURS} clearable />
        <SelectField
          name="until"
          label={t('until')}
          description={t('quietHelpZone')}
          data={HOURS}
          clearable
        />
      </SimpleGrid>
    </FormShell>
  );
}
