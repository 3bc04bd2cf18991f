'use client';

import { Divider, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { SchemaFields } from '@/components/form/schema-fields';
import { type FieldModel, withoutTechnical } from '@/components/form/schema-model';
import { SecretField } from '@/components/form/secret-field';
import { TextField } from '@/components/form/text-field';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { ProviderInput, type ProviderView } from '@/lib/providers/schema';
import { secretFields, settingFields } from './provider-form-values';
import type { ProviderKindView } from './provider-kind';
import { RoutingFields } from './routing-fields';

type Props = {
  kind: ProviderKindView;
  initial: ProviderInput;
  /** The provider as stored, when it is being changed. */
  stored?: ProviderView;
  onSubmit: (values: ProviderInput) => void;
  error: FormError | null;
  pending: boolean;
  submitLabel: string;
  lockedReason: string | null;
};

/** One form for every kind: its connection is drawn from the kind's schema, in Admin mode without the technical fields. */
export function ProviderForm({ kind, initial, stored, onSubmit, ...shell }: Props) {
  const t = useTranslations('providers.form');
  const { technical } = useMode();
  const form = useZodForm(ProviderInput, initial);
  const shown = (fields: FieldModel[]) => (technical ? fields : withoutTechnical(fields));
  const settings = shown(settingFields(kind));
  // A password belongs beside its user name, before groups that only a technician sees.
  const groups = settings.filter((field) => field.kind === 'group');
  const plain = settings.filter((field) => field.kind !== 'group');
  const secrets = shown(secretFields(kind));

  return (
    <FormShell form={form} onSubmit={onSubmit} {...shell}>
      <TextField name="name" label={t('name')} description={t('nameHelp')} withAsterisk maxLength={80} />
      <Section
        title={t('connection')}
        text={t.has(`connectionHelp.${kind.kind}`) ? t(`connectionHelp.${kind.kind}`) : undefined}
      >
        <SchemaFields fields={plain} prefix="settings" namespace="providers.fields" />
        {secrets.map((field) => (
          <ProviderSecret key={field.key} field={field} stored={stored} />
        ))}
        <SchemaFields fields={groups} prefix="settings" namespace="providers.fields" />
      </Section>
      <Section title={t('sender')} text={t('senderHelp')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextField
            name="fromEmail"
            label={t('fromEmail')}
            type="email"
            placeholder={t('fromEmailExample')}
          />
          <TextField name="fromName" label={t('fromName')} placeholder={t('fromNameExample')} />
        </SimpleGrid>
      </Section>
      <Section title={t('routing')} text={t('routingHelp')}>
        <RoutingFields self={stored?.id} technical={technical} />
      </Section>
    </FormShell>
  );
}

function ProviderSecret({ field, stored }: { field: FieldModel; stored: ProviderView | undefined }) {
  const t = useTranslations('providers.fields');
  const label = `${field.key}.label`;
  const help = `${field.key}.help`;
  return (
    <SecretField
      name={`secrets.${field.key}`}
      label={t.has(label) ? t(label) : field.title}
      description={t.has(help) ? t(help) : field.description}
      required={field.required}
      stored={stored?.secrets[field.key]}
    />
  );
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
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
