'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import type { CompanyView } from '@/lib/companies/schema';
import { createCompanyAction, updateCompanyAction } from './actions';
import { CompanyForm } from './company-form';
import { toPatch } from './company-form-values';

type Props = { open: CompanyView | 'new' | null; onClose: () => void };

export function CompanyWindow({ open, onClose }: Props) {
  const t = useTranslations('companies');
  const tCommon = useTranslations('common');
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      size="lg"
      title={open === null || open === 'new' ? t('create') : open.name}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      {open === 'new' && <Create onDone={onClose} />}
      {open !== null && open !== 'new' && <Edit company={open} onDone={onClose} />}
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

/** The company is the one of the list, which is read again when somebody else saved meanwhile. */
function Edit({ company, onDone }: { company: CompanyView; onDone: () => void }) {
  const t = useTranslations('companies');
  const { submit, pending, error } = useFormAction(updateCompanyAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  return (
    <CompanyForm
      stored={company}
      onSubmit={(values, version) => submit({ ...toPatch(values, company), id: company.id, version })}
      pending={pending}
      error={error}
    />
  );
}
