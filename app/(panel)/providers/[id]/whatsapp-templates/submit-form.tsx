'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type DraftView, MAX_BODY, SubmitInput } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { submitTemplateAction } from './actions';

const EXAMPLE = '{{ customer }}';

type Props = DetailProps & {
  of: { template: string; language: string };
  draft: DraftView;
  onDone: () => void;
};

export function SubmitForm({ provider, of, draft, onDone }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  const form = useZodForm(SubmitInput, { ...of, ...draft });
  const { submit, pending, error } = useFormAction(submitTemplateAction, {
    invalidates: ['providers'],
    success: t('submit.done'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit({ id: provider.id, ...values })}
      pending={pending}
      error={error}
      submitLabel={t('submit.send')}
    >
      <TextareaField
        name="body"
        label={t('submit.body')}
        description={t('submit.bodyHelp', { example: EXAMPLE })}
        maxLength={MAX_BODY}
        minRows={5}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField
          name="name"
          label={t('submit.name')}
          description={t('submit.nameHelp')}
          autoComplete="off"
        />
        <TextField
          name="nameLanguage"
          label={t('submit.language')}
          description={t('submit.languageHelp')}
          autoComplete="off"
        />
      </SimpleGrid>
      <SelectField
        name="category"
        label={t('submit.category')}
        description={t('submit.categoryHelp')}
        data={(['utility', 'marketing'] as const).map((value) => ({
          value,
          label: t(`categories.${value}`),
        }))}
      />
    </FormShell>
  );
}
