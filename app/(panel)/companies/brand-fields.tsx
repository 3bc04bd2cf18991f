'use client';

import { Fieldset, SimpleGrid, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ColorField } from '@/components/form/color-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';

/** What its mail looks like and says of it: every template takes it from here. */
export function BrandFields() {
  const t = useTranslations('companies.form');
  return (
    <Fieldset legend={t('brand')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('brandLead')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField name="brand.logo" label={t('logo')} description={t('logoHelp')} type="url" />
        <ColorField name="brand.color" label={t('color')} description={t('colorHelp')} />
        <TextField name="brand.website" label={t('website')} type="url" />
        <TextField name="brand.supportPhone" label={t('supportPhone')} type="tel" maxLength={40} />
        <TextField
          name="brand.supportEmail"
          label={t('supportEmail')}
          description={t('supportEmailHelp')}
          type="email"
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="md">
        <TextareaField name="brand.address" label={t('address')} minRows={2} maxLength={300} />
        <TextareaField name="brand.footer" label={t('footer')} minRows={2} maxLength={500} />
      </SimpleGrid>
    </Fieldset>
  );
}
