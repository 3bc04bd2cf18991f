'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn, useFormState } from 'react-hook-form';
import { useNotify } from '@/components/layout/use-notify';
import type { FieldError } from '@/lib/errors';
import { ErrorSummary } from './error-summary';
import { closestField, flattenErrors, toFormFlaw } from './field-errors';
import { FieldRegistry } from './field-registry';
import type { FormError } from './form-error';
import classes from './form-shell.module.css';
import { MeanwhileNotice } from './meanwhile-notice';
import type { Meanwhile } from './use-stored';
import { useUnsaved } from './use-unsaved';

type Props<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>;
  onSubmit: (values: Output) => void;
  /** Required on purpose: a form that hides a failure or can be sent twice is not a form. */
  error: FormError | null;
  pending: boolean;
  /** What somebody else saved into the fields being typed in (`useStored`). */
  meanwhile?: Meanwhile;
  submitLabel: string;
  /** Stands beside the submit button: cancel, reset, a hint. */
  beside?: ReactNode;
  /** Why this person cannot change anything here; the fields stay readable. */
  lockedReason?: string | null;
  /** For a form longer than the screen: the bar keeps to the lower edge, and is there only while something is unsaved. */
  floating?: boolean;
  /** What is typed is stored as one types: nothing is lost by leaving. */
  keptWhileTyping?: boolean;
  children: ReactNode;
};

/** The one way to make a form: fields of `components/form` inside, errors from either side shown where they belong. */
export function FormShell<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  return (
    <FormProvider {...props.form}>
      <FieldRegistry>{(labels) => <Form {...props} labels={labels} />}</FieldRegistry>
    </FormProvider>
  );
}

function Form<Input extends FieldValues, Output>({
  form,
  onSubmit,
  error,
  pending,
  meanwhile,
  submitLabel,
  beside,
  lockedReason,
  floating = false,
  keptWhileTyping = false,
  children,
  labels,
}: Props<Input, Output> & { labels: Map<string, string> }) {
  const t = useTranslations('common.form');
  const summary = useRef<HTMLDivElement>(null);
  const { setError, setFocus } = form;
  const locked = Boolean(lockedReason);
  // Told with the difference.
  const isShown = error?.code === 'changed_meanwhile' && Boolean(meanwhile?.clashes.length);
  const { isDirty } = useFormState({ control: form.control });
  const notify = useNotify();
  const noteSent = useUnsaved(form, { pending, error }, keptWhileTyping);

  useEffect(() => {
    if (!error) return;
    for (const wrong of error.errors ?? []) {
      const name = closestField(wrong.path, labels.keys()) ?? wrong.path;
      setError(name as never, toFormFlaw(wrong));
    }
    const first = firstField(error.errors ?? [], labels);
    if (first) setFocus(first as never);
    else summary.current?.focus();
  }, [error, labels, setError, setFocus]);

  const send = (values: Output) => {
    noteSent();
    onSubmit(values);
  };
  const submit = form.handleSubmit(send, (wrong) => {
    const first = firstField(flattenErrors(wrong), labels);
    if (first) setFocus(first as never);
    else requestAnimationFrame(() => summary.current?.focus());
  });
  // A bug of ours must not look like a press that was not heard.
  const submitOrTell = (event: FormEvent) =>
    submit(event).catch((bug) => {
      notify(t('broken'), 'bad');
      throw bug;
    });

  return (
    <form onSubmit={submitOrTell} noValidate>
      <Stack gap="lg">
        <ErrorSummary ref={summary} form={form} error={isShown ? null : error} labels={labels} />
        {meanwhile && <MeanwhileNotice meanwhile={meanwhile} labels={labels} />}
        <fieldset disabled={locked} className={classes.fields} data-floating={floating || undefined}>
          <Stack gap="lg">{children}</Stack>
        </fieldset>
        {(!floating || isDirty || locked) && (
          <Group
            className={floating ? classes.floating : classes.bar}
            data-floating-bar={floating || undefined}
            justify="flex-end"
          >
            <Text size="sm" c="dimmed" className={classes.said}>
              {lockedReason ?? (floating && t('unsaved'))}
            </Text>
            {beside}
            <Button type="submit" loading={pending} disabled={locked}>
              {submitLabel}
            </Button>
          </Group>
        )}
        <span role="status" className={classes.status}>
          {pending ? t('saving') : ''}
        </span>
      </Stack>
    </form>
  );
}

/** The wrong field that stands highest on the page. */
function firstField(errors: FieldError[], labels: Map<string, string>): string | undefined {
  const wrong = new Set(errors.map(({ path }) => closestField(path, labels.keys())));
  return [...labels.keys()].find((name) => wrong.has(name));
}
