'use client';

import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { SchemaFields } from '@/components/form/schema-fields';
import { type FieldModel, withoutTechnical } from '@/components/form/schema-model';
import { SecretField } from '@/components/form/secret-field';
import { TextField } from '@/components/form/text-field';
import type { ProviderView } from '@/lib/providers/schema';
import { secretsToRenew, settingFields } from '../provider-form-values';
import { MailboxMore } from './mailbox-more';
import type { Choice } from './wizard-values';

type Props = { choice: Choice; stored: ProviderView | null };

/** A mailbox asks two things: its address, and an app password or the sign-in with its service. What is known of it stays folded. */
export function MailboxBasics({ choice, stored }: Props) {
  const t = useTranslations('wizard.mailbox');
  const { kind, preset } = choice;
  const { setValue } = useFormContext();
  const settings = useWatch({ name: 'settings' });
  const bySignIn = preset.oauth !== undefined && settings.auth === 'xoauth2';
  const { asked } = secretsToRenew(kind, stored, settings);
  const secret = (name: string) => ({
    name: `secrets.${name}`,
    stored: stored?.secrets[name],
    again: asked.includes(name),
  });
  useAddressAsUserName();
  return (
    <Stack gap="md">
      <TextField name="fromEmail" type="email" label={t('address')} withAsterisk autoComplete="off" />
      {preset.oauth && !preset.oauthOnly && (
        <Group gap="sm">
          <Text size="sm" id="sign-in">
            {t('signIn')}
          </Text>
          <SegmentedControl
            aria-labelledby="sign-in"
            value={bySignIn ? 'xoauth2' : 'auto'}
            onChange={(auth) => setValue('settings.auth', auth, { shouldDirty: true })}
            data={[
              { value: 'auto', label: t('appPassword') },
              { value: 'xoauth2', label: t(preset.oauth) },
            ]}
          />
        </Group>
      )}
      {bySignIn ? (
        <>
          <Text size="sm">{t('application')}</Text>
          <SchemaFields
            fields={applicationFields(choice)}
            prefix="settings"
            namespace="providers.fields"
            variant={kind.kind}
          />
          <SecretField {...secret('oauthClientSecret')} label={t('clientSecret')} />
          <Text size="sm" c="dimmed">
            {t('then')}
          </Text>
        </>
      ) : (
        <SecretField {...secret('password')} label={t('appPassword')} description={t('appPasswordHelp')} />
      )}
      <MailboxMore settings={withoutTechnical(settingFields(kind))} kind={kind.kind} />
    </Stack>
  );
}

/** The application that asks the service for the sign-in; a directory only where there are directories. */
function applicationFields({ kind, preset }: Choice): FieldModel[] {
  const wanted = preset.oauth === 'microsoft' ? ['oauth.clientId', 'oauth.tenant'] : ['oauth.clientId'];
  const group = settingFields(kind).find(({ key }) => key === 'oauth');
  return (group?.fields ?? [])
    .filter(({ key }) => wanted.includes(key))
    .map((field) => ({ ...field, required: field.key === 'oauth.clientId' }));
}

/** The user name is the address, until somebody says otherwise. */
function useAddressAsUserName(): void {
  const { getValues, setValue } = useFormContext();
  const address = useWatch({ name: 'fromEmail' });
  const before = useRef(address);
  useEffect(() => {
    const user = getValues('settings.username') ?? '';
    if (user === '' || user === before.current) setValue('settings.username', address);
    before.current = address;
  }, [address, getValues, setValue]);
}

export function isMailbox({ preset }: Choice): boolean {
  return preset.mailbox === true;
}
