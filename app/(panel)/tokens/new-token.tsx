'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { CompanyField } from '@/components/form/company-field';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SCOPES } from '@/lib/tokens/schema';
import { createTokenAction } from './actions';
import { EXPIRIES, TokenForm } from './token-form';
import { TokenReveal } from './token-reveal';

type Props = { opened: boolean; onClose: () => void; baseUrl: string };

/** The form, then the token: it is shown this once, so a click beside the window does not close it. */
export function NewToken({ opened, onClose, baseUrl }: Props) {
  const t = useTranslations('tokens');
  const [token, setToken] = useState<string>();
  const close = () => {
    onClose();
    setToken(undefined);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={token ? t('reveal.title') : t('create')}
      closeOnClickOutside={!token}
      closeOnEscape={!token}
      closeButtonProps={{ 'aria-label': t('reveal.close') }}
    >
      {token ? <TokenReveal token={token} baseUrl={baseUrl} onDone={close} /> : <Form onCreated={setToken} />}
    </Modal>
  );
}

function Form({ onCreated }: { onCreated: (token: string) => void }) {
  const t = useTranslations('tokens');
  const form = useZodForm(TokenForm, { name: '', scopes: ['messages:send'], expires: '365' });
  const { submit, pending, error } = useFormAction(createTokenAction, {
    invalidates: ['tokens'],
    onSuccess: (created) => onCreated(created.token),
  });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('form.submit')}>
      <TextField name="name" label={t('form.name')} description={t('form.nameHelp')} data-autofocus />
      <CheckboxesField
        name="scopes"
        label={t('form.scopes')}
        description={t('form.scopesHelp')}
        options={SCOPES.map((scope) => ({ value: scope, label: t(`scopes.${scope.replace(':', '_')}`) }))}
      />
      <CompanyField help={t('form.companyHelp')} />
      <SelectField
        name="expires"
        label={t('form.expires')}
        data={EXPIRIES.map((value) => ({ value, label: t(`expiries.${value}`) }))}
      />
    </FormShell>
  );
}
