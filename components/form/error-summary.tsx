'use client';

import { Anchor, List, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { type FieldValues, type UseFormReturn, useFormState } from 'react-hook-form';
import { useErrorText } from '@/components/layout/use-error-text';
import { Notice } from '@/components/table/notice';
import { closestField, flattenErrors } from './field-errors';
import type { FormError } from './form-error';
import { useFieldMessage } from './use-field-message';

type Props<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>;
  error: FormError | null;
  labels: Map<string, string>;
  ref: Ref<HTMLDivElement>;
};

/** Everything that is wrong, above the form: each line leads to its field, and what has no field is told here. */
export function ErrorSummary<Input extends FieldValues, Output>({
  form,
  error,
  labels,
  ref,
}: Props<Input, Output>) {
  const t = useTranslations('common.form');
  const sayRefusal = useErrorText();
  const say = useFieldMessage();
  const { errors, isSubmitted } = useFormState({ control: form.control });
  const wrong = isSubmitted ? flattenErrors(errors) : [];
  // With its fields corrected, a refusal that was about fields is over.
  const refusal = error && (!error.errors?.length || wrong.length > 0) ? error : null;
  if (wrong.length === 0 && !refusal) return <div ref={ref} tabIndex={-1} hidden />;

  const title =
    refusal && refusal.code !== 'validation_failed'
      ? sayRefusal(refusal)
      : t('attention', { count: wrong.length });
  return (
    <Notice
      ref={ref}
      tabIndex={-1}
      role="alert"
      tone="bad"
      icon={<IconAlertCircle aria-hidden />}
      title={title}
    >
      {wrong.length > 0 && (
        <List size="sm" spacing={2}>
          {wrong.map(({ path, ...flaw }) => {
            const field = closestField(path, labels.keys());
            return (
              <List.Item key={`${path}:${flaw.code}`}>
                {field ? (
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    c="inherit"
                    underline="always"
                    onClick={() => form.setFocus(field as never)}
                  >
                    {labels.get(field)}
                  </Anchor>
                ) : (
                  <Text span ff="monospace" size="sm">
                    {path}
                  </Text>
                )}
                : {say(flaw)}
              </List.Item>
            );
          })}
        </List>
      )}
    </Notice>
  );
}
