'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { flaw } from '@/lib/flaws';
import { TemplateText } from '@/lib/templates/schema';
import { VariableDeclarations } from '@/lib/templates/variables';
import type { TemplateView } from '@/lib/templates/view-schema';
import { saveVersionAction } from '../../actions';
import classes from '../../templates.module.css';
import { useSourceProblems } from './use-source-problems';

// Half of CodeMirror is behind each: no page waits for it.
const SourceEditor = dynamic(() => import('./source-editor').then((module) => module.SourceEditor), {
  ssr: false,
  loading: () => <Skeleton h={240} />,
});
const VariablesEditor = dynamic(() => import('./variables-editor').then((module) => module.VariablesEditor), {
  ssr: false,
  loading: () => <Skeleton h={200} />,
});

const { subject, preheader, source } = TemplateText.shape;

/** The declarations as JSON, by the schema of the API. */
const Variables = z.string().transform((text, context) => {
  try {
    const parsed = VariableDeclarations.safeParse(JSON.parse(text || '[]'));
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues)
      context.addIssue({
        code: 'custom',
        ...flaw('template_markup', { line: 1, why: `${path.join('.')} ${message}` }),
      });
  } catch {
    context.addIssue({ code: 'custom', ...flaw('not_json') });
  }
  return z.NEVER;
});

const Form = z.object({
  subject,
  preheader,
  kind: z.enum(['mjml', 'html']),
  source,
  text: z.string().optional(),
  variables: Variables,
  note: z.string().max(200).optional(),
});

type Props = { template: TemplateView; language: string; lockedReason: string | null };

export function SourceForm({ template, language, lockedReason }: Props) {
  const t = useTranslations('templates.source');
  const { id, latest, current } = template;
  const now = useMemo(() => {
    const { kind, text, ...words } = current.texts[language]!;
    const values = {
      ...words,
      kind: kind === 'html' ? ('html' as const) : ('mjml' as const),
      text: text ?? '',
      variables: JSON.stringify(current.variables, null, 2),
      note: '',
    };
    return { values, version: latest };
  }, [current, language, latest]);
  const form = useZodForm(Form, now.values);
  const { version, meanwhile } = useStored(form, now);
  const { kind, variables, problems } = useWritten(form, { id, language });
  const { submit, pending, error } = useFormAction(saveVersionAction, {
    invalidates: ['templates'],
    success: t('saved'),
  });
  const save = ({ variables, note, text, ...words }: z.output<typeof Form>) =>
    submit({
      id,
      basedOn: version,
      note: note || undefined,
      variables,
      texts: { ...current.texts, [language]: { ...words, text: text || null } },
    });
  const plain = { spellCheck: false, autoCapitalize: 'off', autoComplete: 'off', className: classes.source };
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void save(values)}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
      lockedReason={lockedReason}
    >
      <TextField name="subject" label={t('subject')} />
      <TextField name="preheader" label={t('preheader')} description={t('preheaderHelp')} />
      <SelectField
        name="kind"
        label={t('kind')}
        data={[
          { value: 'mjml', label: 'MJML' },
          { value: 'html', label: 'HTML' },
        ]}
      />
      <SourceEditor
        name="source"
        label={t('body')}
        description={t('bodyHelp', { example: '{{ recipient.name }}' })}
        kind={kind}
        variables={variables}
        problems={problems}
      />
      <TextareaField name="text" label={t('text')} description={t('textHelp')} maxRows={20} {...plain} />
      <VariablesEditor name="variables" label={t('variables')} description={t('variablesHelp')} />
      <TextField name="note" label={t('note')} maxLength={200} />
    </FormShell>
  );
}

/** What stands in the form at the moment, as far as it can be read, and what is wrong with it. */
function useWritten(
  { control }: UseFormReturn<z.input<typeof Form>, unknown, z.output<typeof Form>>,
  of: { id: string; language: string },
) {
  const written = useWatch({ control }) as z.input<typeof Form>;
  const declared = Variables.safeParse(written.variables);
  const [known, setKnown] = useState<z.output<typeof Variables>>(declared.data ?? []);
  const told = declared.success ? JSON.stringify(declared.data) : null;
  useEffect(() => {
    if (told !== null) setKnown(JSON.parse(told));
  }, [told]);
  const { subject = '', preheader = '', kind, source = '', text } = written;
  const problems = useSourceProblems({
    ...of,
    text: { subject, preheader, kind, source, text: text || null },
    variables: known,
  });
  return { kind, variables: known, problems };
}
