'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import type { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type MailTemplateView, TakeInput } from '@/lib/mail-templates/schema';
import { paths } from '@/lib/paths';
import { CATEGORY_GROUPS, TEMPLATE_GROUPS } from '@/lib/templates/categories';
import type { DetailProps } from '../detail-props';
import { takeTemplateAction } from './actions';
import { LeftOut } from './left-out';

const Form = TakeInput.pick({ title: true, category: true, language: true });

type Props = DetailProps & { found: MailTemplateView; onDone: () => void };

/** For the first time: the provider does not say in which language it is, nor what it is for. */
export function TakeForm({ provider, found, onDone }: Props) {
  const t = useTranslations('providers.mailTemplates');
  const templates = useTranslations('templates');
  const router = useRouter();
  const form = useZodForm(Form, {
    title: found.title.slice(0, 120),
    category: 'documents',
    language: useLocale(),
  });
  const { submit, pending, error } = useFormAction(takeTemplateAction, {
    invalidates: ['providers', 'templates'],
    success: t('done'),
    onSuccess: ({ template }) => {
      onDone();
      router.push(paths.template(template));
    },
  });
  const take = (values: z.output<typeof Form>) =>
    submit({ ...values, id: provider.id, name: found.name, publish: false });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void take(values)}
      pending={pending}
      error={error}
      submitLabel={t('take')}
    >
      <Text size="sm">{t('becomes', { key: found.key })}</Text>
      {found.variables.length > 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('variables', { names: found.variables.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      <LeftOut problems={found.problems} />
      <TextField name="title" label={templates('form.title')} maxLength={120} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField
          name="category"
          label={templates('form.category')}
          data={TEMPLATE_GROUPS.map((group) => ({
            group: templates(`groups.${group}`),
            items: CATEGORY_GROUPS[group].map((value) => ({
              value,
              label: templates(`categories.${value}`),
            })),
          }))}
        />
        <TextField
          name="language"
          label={t('language')}
          description={t('languageHelp')}
          autoComplete="off"
          maxLength={5}
        />
      </SimpleGrid>
    </FormShell>
  );
}
