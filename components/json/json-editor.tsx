'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { TextareaField } from '@/components/form/textarea-field';
import { useZodForm } from '@/components/form/use-zod-form';
import type { Result } from '@/components/layout/use-action';
import type { FieldError } from '@/lib/errors';
import { type DocumentError, type ReadDocument, withLine } from './json-document';
import classes from './json-editor.module.css';

const Form = z.object({ json: z.string().min(1) });

type Props<Patch, Saved> = {
  initial: string;
  read: (text: string) => ReadDocument<Patch>;
  onSubmit: (patch: Patch) => Promise<Result<Saved>>;
  pending: boolean;
  lockedReason: string | null;
  label: string;
  help: string;
  /** Below the text: what is not in it. */
  note?: string;
};

/** The whole of something as text. What is wrong is named by field and line, whichever side found it. */
export function JsonEditor<Patch, Saved>({
  initial,
  read,
  onSubmit,
  pending,
  lockedReason,
  label,
  help,
  note,
}: Props<Patch, Saved>) {
  const t = useTranslations('common');
  const form = useZodForm(Form, { json: initial });
  const [found, setFound] = useState<FormError | null>(null);

  // Text that is being typed is not taken away; the version in it tells the server what it began from.
  const { isDirty } = form.formState;
  const { reset } = form;
  useEffect(() => {
    if (!isDirty) reset({ json: initial });
  }, [initial, isDirty, reset]);

  const named = ({ line, path, ...flaw }: DocumentError): FieldError => ({
    path: line === null ? path : t('json.atLine', { path, line }),
    ...flaw,
  });
  const submit = async ({ json }: z.output<typeof Form>) => {
    setFound(null);
    const document = read(json);
    if (!document.ok)
      return setFound({ code: 'validation_failed', detail: '', errors: document.errors.map(named) });
    const answer = await onSubmit(document.patch);
    if (answer.ok) return reset({ json });
    const errors = answer.error.errors?.map((error) => named(withLine(error, json)));
    setFound({ ...answer.error, errors });
  };

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={found}
      pending={pending}
      submitLabel={t('save')}
      lockedReason={lockedReason}
    >
      <TextareaField
        name="json"
        label={label}
        description={help}
        minRows={18}
        maxRows={48}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        classNames={{ input: classes.editor }}
      />
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </FormShell>
  );
}
