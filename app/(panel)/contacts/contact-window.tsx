'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { saveContactAction, updateContactAction } from './actions';
import { ContactFields } from './contact-fields';
import { ContactForm, changesOf, formOf, inputOf } from './form-values';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: ContactView | null; onClose: () => void };

export function ContactWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('contacts');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t(stored ? 'edit' : 'add')}>
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Add />)}
    </FormWindow>
  );
}

function Add() {
  const t = useTranslations('contacts');
  const router = useRouter();
  const blank = useBlankCompany();
  const form = useZodForm(ContactForm, formOf(null));
  const { submit, pending, error } = useFormAction(saveContactAction, {
    invalidates: ['contacts'],
    success: ({ outcome }) => t(`saved.${outcome}`),
    onSuccess: ({ id }) => router.push(paths.contact(id)),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...inputOf(values), company: values.company ?? blank })}
      pending={pending}
      error={error}
      submitLabel={t('form.submit')}
    >
      <ContactFields isNew />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: ContactView; onDone: () => void }) {
  const t = useTranslations('contacts');
  const { submit, pending, error } = useFormAction(updateContactAction, {
    invalidates: ['contacts'],
    success: t('saved.changed'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: formOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(ContactForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...changesOf(stored, values), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('form.submit')}
    >
      <ContactFields isNew={false} />
    </FormShell>
  );
}
