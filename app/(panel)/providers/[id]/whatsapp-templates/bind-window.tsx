'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { BindInput, type WhatsAppTemplateView } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { bindTemplateAction } from './actions';
import { partsOf, useOurTexts } from './use-our-texts';

const EXAMPLE = '{{ customer }}';
const Form = z.strictObject({ ours: z.string().min(1), values: BindInput.shape.values });

type Props = DetailProps & { template: WhatsAppTemplateView };

export function BindWindow({ opened, onClose, ...props }: Props & { opened: boolean; onClose: () => void }) {
  const t = useTranslations('providers.whatsappTemplates');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('bindTitle', { title: props.template.title })}>
      {opened && <Bind {...props} onDone={onClose} />}
    </FormWindow>
  );
}

function Bind({ provider, template, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('providers.whatsappTemplates');
  const texts = useOurTexts();
  const { name, language, parameters, body } = template;
  const form = useZodForm(Form, {
    ours: '',
    values: Object.fromEntries(parameters.map((parameter) => [parameter, ''])),
  });
  const { submit, pending, error } = useFormAction(bindTemplateAction, {
    invalidates: ['providers'],
    success: t('bound'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ ours, values }) =>
        void submit({ id: provider.id, ...partsOf(ours), name, nameLanguage: language, values: values ?? {} })
      }
      pending={pending}
      error={error}
      submitLabel={t('bindSave')}
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {body}
      </Text>
      <SelectField name="ours" label={t('ours')} description={t('oursHelp')} data={texts} searchable />
      {parameters.map((parameter) => (
        <TextField
          key={parameter}
          name={`values.${parameter}`}
          label={t('value', { parameter: `{{${parameter}}}` })}
          description={t('valueHelp', { example: EXAMPLE })}
          autoComplete="off"
        />
      ))}
    </FormShell>
  );
}
