import { MantineProvider } from '@mantine/core';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, it } from 'vitest';
import { FieldRegistry } from '@/components/form/field-registry';
import { Brand } from '@/lib/companies/schema';
import { LOCALES } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { BrandFields } from './brand-fields';

const BRAND = {
  color: '#aa1122',
  website: 'https://clinic.example',
  logo: 'https://clinic.example/logo.png',
  address: 'Av. España 1240',
  footer: 'RUC 80012345-6',
  supportEmail: 'help@clinic.example',
  supportPhone: '+595 21 555 0100',
};

function Form() {
  return (
    <FormProvider {...useForm({ defaultValues: { brand: BRAND } })}>
      <FieldRegistry>{() => <BrandFields />}</FieldRegistry>
    </FormProvider>
  );
}

it.each(LOCALES)('shows all that a brand has, in %s', (locale) => {
  const page = renderToStaticMarkup(
    <MantineProvider>
      <NextIntlClientProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <Form />
      </NextIntlClientProvider>
    </MantineProvider>,
  );
  expect(Brand.parse(BRAND)).toEqual(BRAND);
  expect(Object.keys(BRAND).toSorted()).toEqual(Object.keys(Brand.shape).toSorted());
  for (const [name, value] of Object.entries(BRAND)) {
    expect(page).toContain(`name="brand.${name}"`);
    expect(page).toContain(value);
  }
});
