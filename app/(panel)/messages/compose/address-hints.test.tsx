import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { FormProvider, useForm } from 'react-hook-form';
import { expect, it } from 'vitest';
import type { AddressCheck } from '@/lib/addresses/schema';
import { emailForm } from '@/lib/channels/email/form';
import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { AddressHints } from './address-hints';

function Form({ address }: { address: string }) {
  return (
    <FormProvider {...useForm({ defaultValues: { to: [address] } })}>
      <AddressHints name="to" form={emailForm} />
    </FormProvider>
  );
}

/** What is said under the field once the API has answered. */
function draw(check: AddressCheck, locale: Locale = 'en'): string {
  const client = new QueryClient();
  client.setQueryData(['api', 'addresses', check.address], { results: [check] });
  const page = renderToStaticMarkup(
    <MantineProvider>
      <NextIntlClientProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <QueryClientProvider client={client}>
          <Form address={check.address} />
        </QueryClientProvider>
      </NextIntlClientProvider>
    </MantineProvider>,
  );
  return page
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<button[^>]*>(.*?)<\/button>/g, '[$1]')
    .replace(/<[^>]+>/g, '')
    .trim();
}

const check = (changes: Partial<AddressCheck>): AddressCheck => ({
  address: 'luis@gmial.com',
  verdict: 'fine',
  reasons: [],
  suggestion: null,
  ...changes,
});
const typo = check({ verdict: 'doubtful', reasons: ['typo', 'role'], suggestion: 'luis@gmail.com' });

it('offers what was meant by a press', () => {
  expect(draw(typo)).toBe('luis@gmial.com looks mistyped. Did you mean [luis@gmail.com]?');
  expect(draw(typo, 'es')).toBe('luis@gmial.com parece mal escrita. ¿Quiso decir [luis@gmail.com]?');
});

it('says why nobody would receive it', () => {
  expect(draw(check({ verdict: 'wrong', reasons: ['null_mx'] }))).toBe(
    'luis@gmial.com: this domain says that it takes no mail.',
  );
});

it.each<[string, Partial<AddressCheck>]>([
  ['a fine one', {}],
  ['a desk', { verdict: 'doubtful', reasons: ['role'] }],
  ['one of which DNS says nothing', { verdict: 'unknown', reasons: ['dns_failed'] }],
  ['what the field itself tells', { verdict: 'wrong', reasons: ['syntax'] }],
])('keeps quiet about %s', (_, changes) => expect(draw(check(changes))).toBe(''));
