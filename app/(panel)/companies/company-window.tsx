'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { createCompanyAction } from './actions';
import { CompanyForm } from './company-form';

type Props = { open: boolean; onClose: () => void };

export function CompanyWindow({ open, onClose }: Props) {
  const t = useTranslations('companies');
  const tCommon = useTranslations('common');
  return (
    <Modal
      opened={open}
      onClose={onClose}
      size="lg"
      title={t('create')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {open && <Create onDone={onClose} />}
    </Modal>
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
