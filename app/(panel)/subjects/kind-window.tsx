'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import { FIELD_TYPES, KindInput } from '@/lib/subject-kinds/schema';
import { createKindAction } from './actions';

const names = z.array(z.string().max(40)).max(50).optional();

/** Names of its fields, by what is in them. */
const Form = z.strictObject({
  title: KindInput.shape.title,
  key: KindInput.shape.key,
  number: names,
  date: names,
  text: names,
  boolean: names,
});

type Props = { opened: boolean; onClose: () => void };

/** A kind of subject: what is known of each. */
export function KindWindow({ opened, onClose }: Props) {
  const t = useTranslations('subjects');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('create')}>
      {opened && <Create onDone={onClose} />}
    </FormWindow>
  );
}

function Create({ onDone }: { onDone: () => void }) {
  const t = useTranslations('subjects');
  const blank = useBlankCompany();
  const form = useZodForm(Form, { title: '', key: '', number: [], date: [], text: [], boolean: [] });
  const { submit, pending, error } = useFormAction(createKindAction, {
    invalidates: ['subject-kinds', 'subjects'],
    success: t('created'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ title, key, ...byType }) =>
        submit({
          title,
          key,
          company: blank,
          fields: FIELD_TYPES.flatMap((type) => (byType[type] ?? []).map((name) => ({ name, type }))),
        })
      }
      pending={pending}
      error={error}
      submitLabel={t('create')}
    >
      <TextField name="title" label={t('form.title')} data-autofocus maxLength={120} />
      <TextField name="key" label={t('form.key')} description={t('form.keyHelp')} maxLength={60} />
      {FIELD_TYPES.map((type) => (
        <TagsField key={type} name={type} label={t(`form.${type}`)} description={t(`form.${type}Help`)} />
      ))}
    </FormShell>
  );
}
