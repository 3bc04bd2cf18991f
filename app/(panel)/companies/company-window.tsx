'use client';

import { useTranslations } from 'next-intl';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { createCompanyAction } from './actions';
import { CompanyForm } from './company-form';

type Props = { opened: boolean; onClose: () => void };

export function CompanyWindow({ opened, onClose }: Props) {
  const t = useTranslations('companies');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('create')}>
      {opened && <Create onDone={onClose} />}
    </FormWindow>
  );
}

const READS = ['companies', 'providers', 'messages', 'statistics'];

function Create({ onDone }: { onDone: () => void }) {
  const t = useTranslations('companies');
  const { submit, pending, error } = useFormAction(createCompanyAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  return <CompanyForm stored={null} onSubmit={submit} pending={pending} error={error} />;
}
