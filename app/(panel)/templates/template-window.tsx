'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { z } from 'zod';
import { CompanyField } from '@/components/form/company-field';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import { useMode } from '@/components/layout/mode';
import { paths } from '@/lib/paths';
import { CATEGORY_GROUPS, TEMPLATE_GROUPS } from '@/lib/templates/categories';
import { TemplateInput } from '@/lib/templates/schema';
import { createTemplateAction } from './actions';
import { blankText } from './blank-text';

const { title, key, category, company } = TemplateInput.shape;
const Form = z.strictObject({ title, key, category, company, kind: z.enum(['blocks', 'mjml']) });

type Props = { opened: boolean; onClose: () => void; category: 'component' | null };

/** A new one, from an empty page. */
export function TemplateWindow({ opened, onClose, category }: Props) {
  const t = useTranslations('templates');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t(category ? 'component.create' : 'create')}>
      {opened && <Create given={category} />}
    </FormWindow>
  );
}

function Create({ given }: { given: 'component' | null }) {
  const t = useTranslations('templates');
  const locale = useLocale();
  const router = useRouter();
  const blank = useBlankCompany();
  const form = useZodForm(Form, { title: '', key: '', category: given ?? 'receipts', kind: 'blocks' });
  const { submit, pending, error } = useFormAction(createTemplateAction, {
    invalidates: ['templates'],
    success: t(given ? 'component.created' : 'created'),
    onSuccess: ({ id, current, fallbackLanguage }) =>
      router.push(
        current.texts[fallbackLanguage]?.kind === 'blocks' ? paths.editTemplate(id) : paths.template(id),
      ),
  });
  const { technical } = useMode();
  const create = ({ kind, ...values }: z.output<typeof Form>) =>
    submit({
      ...values,
      company: values.company ?? blank,
      texts: { [locale]: blankText(given ? '' : values.title, t(given ? 'component.blank' : 'blank'), kind) },
    });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void create(values)}
      pending={pending}
      error={error}
      submitLabel={t(given ? 'component.create' : 'create')}
    >
      <TextField name="title" label={t('form.title')} data-autofocus maxLength={120} />
      <TextField
        name="key"
        label={t('form.key')}
        description={t(given ? 'component.keyHelp' : 'form.keyHelp')}
        maxLength={60}
      />
      {!given && (
        <SelectField
          name="category"
          label={t('form.category')}
          data={TEMPLATE_GROUPS.map((group) => ({
            group: t(`groups.${group}`),
            items: CATEGORY_GROUPS[group].map((value) => ({ value, label: t(`categories.${value}`) })),
          }))}
        />
      )}
      {technical && !given && (
        <SelectField
          name="kind"
          label={t('form.kind')}
          data={[
            { value: 'blocks', label: t('form.blocks') },
            { value: 'mjml', label: 'MJML' },
          ]}
        />
      )}
      <CompanyField help={t('form.companyHelp')} />
    </FormShell>
  );
}
