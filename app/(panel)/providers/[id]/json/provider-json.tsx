'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import { TextareaField } from '@/components/form/textarea-field';
import { useZodForm } from '@/components/form/use-zod-form';
import type { Result } from '@/components/layout/use-action';
import type { ProviderPatch, ProviderView } from '@/lib/providers/schema';
import classes from './json-editor.module.css';
import { type DocumentError, readDocument, toDocument, withLine } from './provider-document';

const Form = z.object({ json: z.string().min(1) });

type Props = {
  provider: ProviderView;
  onSubmit: (patch: ProviderPatch) => Promise<Result<ProviderView>>;
  pending: boolean;
  lockedReason: string | null;
};

/** The whole provider as text. What is wrong is named by field and line, whichever side found it. */
export function JsonEditor({ provider, onSubmit, pending, lockedReason }: Props) {
  const t = useTranslations('providers.json');
  const tCommon = useTranslations('common');
  const form = useZodForm(Form, { json: toDocument(provider) });
  const [found, setFound] = useState<FormError | null>(null);

  const named = ({ path, message, line }: DocumentError) => ({
    path: line === null ? path : t('atLine', { path, line }),
    message,
  });
  const submit = async ({ json }: z.output<typeof Form>) => {
    setFound(null);
    const document = readDocument(json, provider);
    if (!document.ok)
      return setFound({ code: 'validation_failed', detail: '', errors: document.errors.map(named) });
    const answer = await onSubmit(document.patch);
    if (answer.ok) return;
    const errors = answer.error.errors?.map((error) => named(withLine(error, json)));
    setFound({ ...answer.error, errors });
  };

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={found}
      pending={pending}
      submitLabel={tCommon('save')}
      lockedReason={lockedReason}
    >
      <TextareaField
        name="json"
        label={t('label')}
        description={t('help')}
        minRows={18}
        maxRows={48}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        classNames={{ input: classes.editor }}
      />
      <Text size="xs" c="dimmed">
        {t('secrets')}
      </Text>
    </FormShell>
  );
}
