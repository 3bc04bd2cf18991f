'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { FormShell } from '@/components/form/form-shell';
import { TagsField } from '@/components/form/tags-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { apiQuery } from '@/components/layout/api';
import { useLocked } from '@/components/layout/use-locked';
import { DomainPatch, type DomainView } from '@/lib/domains/schema';
import { updateDomainAction } from '../actions';

const Senders = DomainPatch.pick({ senders: true }).required();

/** Who sends as the domain: providers, and addresses of one's own server. */
export function SendersForm({ domain, onSaved }: { domain: DomainView; onSaved: () => void }) {
  const t = useTranslations('domains.senders');
  const lockedReason = useLocked('domains.write', domain);
  const { data } = useQuery(apiQuery('providers'));
  const providers = (data?.data ?? []).filter(
    ({ channel, kind }) => channel === 'email' && kind !== 'sandbox',
  );
  const { submit, pending, error } = useFormAction(updateDomainAction, {
    invalidates: ['domains'],
    onSuccess: onSaved,
  });
  const form = useZodForm(Senders, {
    senders: {
      addresses: domain.senders.addresses.map((range) => range.replace(/\/(32|128)$/, '')),
      providers: domain.senders.providers.map(({ id }) => id),
    },
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ senders }) => submit({ id: domain.id, senders, step: 'spf' })}
      pending={pending}
      error={error}
      lockedReason={lockedReason}
      submitLabel={t('submit')}
    >
      {providers.length > 0 ? (
        <CheckboxesField
          name="senders.providers"
          label={t('providers')}
          description={t('providersHelp')}
          options={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Text size="sm">{t('noProviders')}</Text>
      )}
      <TagsField
        name="senders.addresses"
        label={t('addresses')}
        description={t('addressesHelp')}
        placeholder={t('addressesExample')}
      />
    </FormShell>
  );
}
