'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { TypeInput } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { createTypeAction } from './actions';
import { changesOf, NEW_TYPE, TypeForm } from './form-values';
import { TypeFields } from './type-fields';

const Form = z.strictObject({ ...TypeForm.shape, key: TypeInput.shape.key });

type Props = { opened: boolean; onClose: () => void };

/** A type of one's own. */
export function TypeWindow({ opened, onClose }: Props) {
  const t = useTranslations('notification-types');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('create')}>
      {opened && <Create />}
    </FormWindow>
  );
}

function Create() {
  const t = useTranslations('notification-types');
  const router = useRouter();
  const form = useZodForm(Form, { ...NEW_TYPE, key: '' });
  const { submit, pending, error } = useFormAction(createTypeAction, {
    invalidates: ['notification-types'],
    success: t('created'),
    onSuccess: ({ key }) => router.push(paths.notificationType(key)),
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ key, ...values }) => submit({ ...changesOf(values), key })}
      pending={pending}
      error={error}
      submitLabel={t('create')}
    >
      <TextField
        name="key"
        label={t('form.key')}
        description={t('form.keyHelp')}
        data-autofocus
        maxLength={60}
      />
      <TypeFields starter={null} />
    </FormShell>
  );
}
