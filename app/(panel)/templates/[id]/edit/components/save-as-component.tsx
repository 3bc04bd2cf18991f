'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import type { BlockDocument, ColumnsSection } from '@/lib/templates/blocks/document';
import { documentOf, newComponent } from '@/lib/templates/blocks/edits';
import { COMPONENT } from '@/lib/templates/categories';
import { TemplateInput } from '@/lib/templates/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { TemplateView } from '@/lib/templates/view-schema';
import { createTemplateAction, publishVersionAction } from '../../../actions';
import type { Edit } from '../use-edit';

type Props = {
  section: ColumnsSection;
  document: BlockDocument;
  variables: VariableDeclaration[];
  edit: Edit;
  template: TemplateView;
  language: string;
  locked: string | null;
};

/** The chosen section for other templates, too: it becomes a component, which stands in its place. */
export function SaveAsComponent({ locked, ...props }: Props) {
  const t = useTranslations('editor.component');
  const [open, setOpen] = useState(false);
  const isEmpty = props.section.columns.every(({ blocks }) => blocks.length === 0);
  return (
    <>
      <ReasonedButton
        variant="default"
        size="xs"
        disabledReason={locked ?? (isEmpty ? t('isEmpty') : null)}
        onClick={() => setOpen(true)}
      >
        {t('save')}
      </ReasonedButton>
      <FormWindow opened={open} onClose={() => setOpen(false)} title={t('save')}>
        {open && <Fields {...props} onDone={() => setOpen(false)} />}
      </FormWindow>
    </>
  );
}

const Form = z.strictObject({ title: TemplateInput.shape.title });

function Fields({
  section,
  document,
  variables,
  edit,
  template,
  language,
  onDone,
}: Omit<Props, 'locked'> & { onDone: () => void }) {
  const t = useTranslations('editor.component');
  const blank = useBlankCompany();
  const form = useZodForm(Form, { title: '' });
  const publish = useAction(publishVersionAction, { invalidates: ['templates'], success: t('saved') });
  const { submit, pending, error } = useFormAction(createTemplateAction, {
    invalidates: ['templates'],
    onSuccess: async ({ id, key }) => {
      // Until it is published nobody can show it: the section stays as it is.
      if (!(await publish.run({ id })).ok) return;
      const { showIf, repeat } = section;
      const shown = { ...newComponent(document, key), ...(showIf && { showIf }), ...(repeat && { repeat }) };
      edit.exchange(section.id, [shown]);
      onDone();
    },
  });
  const source = JSON.stringify(documentOf(document, section));
  const save = ({ title }: z.output<typeof Form>) =>
    submit({
      title,
      category: COMPONENT,
      company: template.company ?? blank,
      texts: { [language]: { subject: '', kind: 'blocks', source } },
      variables: variables.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(source)),
    });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void save(values)}
      pending={pending || publish.pending}
      error={error}
      submitLabel={t('save')}
    >
      <Text size="sm">{t('saveHelp')}</Text>
      <TextField name="title" label={t('name')} data-autofocus maxLength={120} />
    </FormShell>
  );
}
