'use client';

import { Divider, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { SchemaFields } from '@/components/form/schema-fields';
import type { FieldModel } from '@/components/form/schema-model';
import { SecretField } from '@/components/form/secret-field';
import { TextField } from '@/components/form/text-field';
import { useFieldText } from '@/components/form/use-field-text';
import { Notice } from '@/components/table/notice';
import type { ProviderView } from '@/lib/providers/schema';
import { secretFields, secretsToRenew } from './provider-form-values';
import type { ProviderKindView } from './provider-kind';

export function NameField() {
  const t = useTranslations('providers.form');
  return <TextField name="name" label={t('name')} description={t('nameHelp')} withAsterisk maxLength={80} />;
}

type ConnectionProps = {
  kind: ProviderKindView;
  settings: FieldModel[];
  secrets: FieldModel[];
  stored: ProviderView | null | undefined;
};

/** What leads to the service: drawn from the kind's schema, whatever the kind. */
export function ConnectionSection({ kind, settings, secrets, stored }: ConnectionProps) {
  const t = useTranslations('providers.form');
  // A password belongs beside its user name, before groups that only a technician sees.
  const groups = settings.filter((field) => field.kind === 'group');
  const plain = settings.filter((field) => field.kind !== 'group');
  const help = `connectionHelp.${kind.kind}`;
  const current = useWatch({ name: 'settings' });
  const { asked, cleared } = secretsToRenew(kind, stored, current);
  // Also one that is not shown otherwise: without it the change could not be saved.
  const hidden = secretFields(kind).filter(
    ({ key }) => asked.includes(key) && !secrets.some((field) => field.key === key),
  );
  return (
    <FormSection title={t('connection')} text={t.has(help) ? t(help) : undefined}>
      <SchemaFields fields={plain} prefix="settings" namespace="providers.fields" variant={kind.kind} />
      {[...secrets, ...hidden].map((field) => (
        <ProviderSecret
          key={field.key}
          kind={kind.kind}
          field={field}
          stored={stored}
          again={asked.includes(field.key)}
        />
      ))}
      {cleared.map((name) => (
        <Notice key={name} tone="warn">
          {t(`cleared.${name}`)}
        </Notice>
      ))}
      <SchemaFields fields={groups} prefix="settings" namespace="providers.fields" variant={kind.kind} />
    </FormSection>
  );
}

type SecretProps = Pick<ConnectionProps, 'stored'> & { kind: string; field: FieldModel; again?: boolean };

export function ProviderSecret({ kind, field, stored, again }: SecretProps) {
  const { label, help } = useFieldText('providers.fields', field, kind);
  return (
    <SecretField
      name={`secrets.${field.key}`}
      label={label}
      description={help}
      required={field.required}
      stored={stored?.secrets[field.key]}
      again={again}
    />
  );
}

export function SenderSection({ required }: { required?: boolean }) {
  const t = useTranslations('providers.form');
  return (
    <FormSection title={t('sender')} text={t('senderHelp')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField
          name="fromEmail"
          label={t('fromEmail')}
          type="email"
          placeholder={t('fromEmailExample')}
          withAsterisk={required}
        />
        <TextField name="fromName" label={t('fromName')} placeholder={t('fromNameExample')} />
      </SimpleGrid>
    </FormSection>
  );
}

type SectionProps = { title: string; text?: string; children: ReactNode };

export function FormSection({ title, text, children }: SectionProps) {
  return (
    <Stack gap="md" component="section">
      <Divider />
      <div>
        <Title order={2} size="h3">
          {title}
        </Title>
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
