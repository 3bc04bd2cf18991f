'use client';

import { SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { CompanyField } from '@/components/form/company-field';
import { NumberField } from '@/components/form/number-field';
import { SecretField } from '@/components/form/secret-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { AFTER_READING, MAILBOX_SECURITIES, type MailboxView } from '@/lib/bounces/mailboxes/schema';

const TARGET = ['host', 'port', 'security', 'username'] as const;

export function MailboxFields({ stored }: { stored?: MailboxView }) {
  const t = useTranslations('mailboxes.form');
  const [afterReading, account, ...target] = useWatch({ name: ['afterReading', 'account', ...TARGET] });
  const isMoved = stored !== undefined && TARGET.some((name, index) => stored[name] !== target[index]);
  return (
    <>
      <TextField name="name" label={t('name')} placeholder={t('nameHint')} data-autofocus withAsterisk />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField name="host" label={t('host')} description={t('hostHelp')} withAsterisk />
        <SelectField
          name="security"
          label={t('security')}
          description={t('securityHelp')}
          data={MAILBOX_SECURITIES.map((value) => ({ value, label: t(`securities.${value}`) }))}
        />
        <NumberField name="port" label={t('port')} />
        <TextField name="username" label={t('username')} autoComplete="off" withAsterisk />
      </SimpleGrid>
      <AccountField />
      {!account && (
        <SecretField
          name="password"
          label={t('password')}
          description={t('passwordHelp')}
          required={!stored}
          stored={stored?.secrets.password}
          again={isMoved || !!stored?.account}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField name="folder" label={t('folder')} description={t('folderHelp')} />
        <NumberField name="everyMinutes" label={t('everyMinutes')} description={t('everyMinutesHelp')} />
        <SelectField
          name="afterReading"
          label={t('afterReading')}
          data={AFTER_READING.map((value) => ({ value, label: t(`after.${value}`) }))}
        />
        {afterReading === 'move' && (
          <TextField name="moveTo" label={t('moveTo')} description={t('moveToHelp')} withAsterisk />
        )}
      </SimpleGrid>
      {stored ? <SwitchField name="active" label={t('active')} /> : <CompanyField help={t('companyHelp')} />}
    </>
  );
}

/** There once a provider signs in by OAuth2. */
function AccountField() {
  const t = useTranslations('mailboxes.form');
  const { data } = useQuery(apiQuery('providers'));
  const accounts = data?.data.filter(({ settings }) => settings.auth === 'xoauth2') ?? [];
  if (accounts.length === 0) return null;
  return (
    <SelectField
      name="account"
      label={t('account')}
      description={t('accountHelp')}
      placeholder={t('withPassword')}
      clearable
      clearButtonProps={{ 'aria-label': t('withPassword') }}
      data={accounts.map(({ id, name }) => ({ value: id, label: t('accountOf', { name }) }))}
    />
  );
}
