'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { type ListView, OPT_INS } from '@/lib/lists/schema';
import { paths } from '@/lib/paths';
import { displayName, shortText } from '@/lib/validation';
import { createListAction, updateListAction } from './actions';
import { ListFields } from './list-fields';

const ListForm = z.strictObject({
  title: displayName(120),
  description: shortText(1_000).optional(),
  optIn: z.enum(OPT_INS),
  openForm: z.boolean(),
  welcome: shortText(120).optional(),
});
type ListForm = z.output<typeof ListForm>;

const formOf = (list: ListView | null): z.input<typeof ListForm> => ({
  title: list?.title ?? '',
  description: list?.description ?? '',
  optIn: list?.optIn ?? 'double',
  openForm: list?.openForm ?? false,
  welcome: list?.welcome ?? '',
});

const inputOf = ({ description, welcome, ...values }: ListForm) => ({
  ...values,
  description: description ?? null,
  welcome: welcome ?? null,
});

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: ListView | null; onClose: () => void };

export function ListWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('lists');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t(stored ? 'edit' : 'create')}>
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Create />)}
    </FormWindow>
  );
}

function Create() {
  const t = useTranslations('lists');
  const router = useRouter();
  const form = useZodForm(ListForm, formOf(null));
  const { submit, pending, error } = useFormAction(createListAction, {
    invalidates: ['lists'],
    success: t('created'),
    onSuccess: ({ id }) => router.push(paths.list(id)),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit(inputOf(values))}
      pending={pending}
      error={error}
      submitLabel={t('create')}
    >
      <ListFields />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: ListView; onDone: () => void }) {
  const t = useTranslations('lists');
  const { submit, pending, error } = useFormAction(updateListAction, {
    invalidates: ['lists'],
    success: t('changed'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: formOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(ListForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...inputOf(values), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
    >
      <ListFields />
    </FormShell>
  );
}
