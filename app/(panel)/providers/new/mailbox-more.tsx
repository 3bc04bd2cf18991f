'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormState } from 'react-hook-form';
import { CompanyField } from '@/components/form/company-field';
import { SchemaFields } from '@/components/form/schema-fields';
import type { FieldModel } from '@/components/form/schema-model';
import { TextField } from '@/components/form/text-field';
import { NameField } from '../provider-sections';

/** What has a good value already: folded, unless something in it is wrong. */
export function MailboxMore({ settings, kind }: { settings: FieldModel[]; kind: string }) {
  const t = useTranslations('wizard.mailbox');
  const tForm = useTranslations('providers.form');
  const { errors } = useFormState();
  const wrong = Boolean(errors.name || errors.settings || errors.fromName || errors.company);
  return (
    <details open={wrong || undefined}>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {t('more')}
      </Text>
      <Stack gap="md" mt="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NameField />
          <TextField name="fromName" label={tForm('fromName')} placeholder={tForm('fromNameExample')} />
        </SimpleGrid>
        <CompanyField help={tForm('companyHelp')} />
        <SchemaFields fields={settings} prefix="settings" namespace="providers.fields" variant={kind} />
      </Stack>
    </details>
  );
}
