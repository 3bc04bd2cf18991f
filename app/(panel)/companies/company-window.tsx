'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { FormError } from '@/components/form/form-error';
import { useFormAction } from '@/components/form/use-form-action';
import type { CompanyView } from '@/lib/companies/schema';
import { createCompanyAction, updateCompanyAction } from './actions';
import { CompanyForm } from './company-form';
import { NEW_COMPANY, toPatch, valuesOf } from './company-form-values';

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
  return <CompanyForm initial={NEW_COMPANY} onSubmit={submit} pending={pending} error={error} isNew={true} />;
}

/** With the version that was read: what somebody else saved meanwhile is not written over. */
function Edit({ company, onDone }: { company: CompanyView; onDone: () => void }) {
  const t = useTranslations('companies');
  const { submit, pending, error } = useFormAction(updateCompanyAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  const meanwhile: FormError | null = error?.code === 'conflict' ? { ...error, errors: undefined } : error;
  return (
    <CompanyForm
      initial={valuesOf(company)}
      onSubmit={(values) => submit({ ...toPatch(values), id: company.id, version: company.version })}
      pending={pending}
      error={meanwhile}
      isNew={false}
    />
  );
}
