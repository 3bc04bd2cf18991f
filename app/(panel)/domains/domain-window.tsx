'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { DomainInput } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { createDomainAction } from './actions';

const NewDomain = DomainInput.pick({ name: true, company: true });

export function DomainWindow({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('domains.add');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Create />}
    </FormWindow>
  );
}

function Create() {
  const t = useTranslations('domains.add');
  const router = useRouter();
  const { submit, pending, error } = useFormAction(createDomainAction, {
    invalidates: ['domains'],
    onSuccess: ({ id }) => router.push(paths.domain(id)),
  });
  const form = useZodForm(NewDomain, { name: '' });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit(DomainInput.parse(values))}
      pending={pending}
      error={error}
      submitLabel={t('submit')}
    >
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHelp')}
        placeholder={t('example')}
        autoComplete="off"
        autoCapitalize="none"
        data-autofocus
        withAsterisk
      />
      <CompanyField help={t('companyHelp')} />
    </FormShell>
  );
}
