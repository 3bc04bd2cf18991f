'use client';

import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { AddInput } from '@/lib/suppressions/add-input';
import { addSuppressionAction } from './actions';

type Props = { opened: boolean; onClose: () => void };

export function AddWindow({ opened, onClose }: Props) {
  const t = useTranslations('suppressions.add');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Add onDone={onClose} />}
    </FormWindow>
  );
}

function Add({ onDone }: { onDone: () => void }) {
  const t = useTranslations('suppressions');
  const { submit, pending, error } = useFormAction(addSuppressionAction, {
    invalidates: ['suppressions'],
    success: t('add.done'),
    onSuccess: onDone,
  });
  const form = useZodForm(AddInput, { address: '', scope: 'all', reason: '', company: '' });
  return (
    <FormShell
      form={form}
      onSubmit={({ address, scope, reason, company }) =>
        submit({
          address,
          category: scope === 'marketing' ? 'marketing' : null,
          ...(reason && { reason }),
          ...(company && { company }),
        })
      }
      submitLabel={t('add.confirm')}
      pending={pending}
      error={error}
    >
      <TextField name="address" type="email" label={t('columns.address')} data-autofocus />
      <SelectField
        name="scope"
        label={t('add.scope')}
        data={(['all', 'marketing'] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <CompanyField help={t('add.companyHelp')} />
      <TextField name="reason" label={t('add.reason')} description={t('add.reasonHelp')} />
    </FormShell>
  );
}
