'use client';

import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useBlankCompany } from '@/components/layout/me';
import type { DraftStep } from '@/lib/providers/draft-schema';
import type { ProviderInput, ProviderView } from '@/lib/providers/schema';
import { createProviderAction, updateProviderAction } from '../actions';
import { toPatch } from '../provider-form-values';
import { usePresetLabel } from './preset-label';
import type { Wizard } from './use-wizard';
import { STEPS } from './wizard-steps';
import { type Choice, fromDraft } from './wizard-values';

type Props = {
  wizard: Wizard;
  choice: Choice;
  step: 'basics' | 'advanced';
  next: DraftStep;
  submitLabel: string;
  children: ReactNode;
};

/** One step's form: kept as a draft while one types, saved as a provider out of use when one goes on. */
export function WizardForm({ wizard, choice, step, next, submitLabel, children }: Props) {
  const t = useTranslations('wizard');
  const label = usePresetLabel();
  const blank = useBlankCompany();
  const { draft, provider } = wizard;
  const { schema } = STEPS.find(({ name }) => name === step)!;
  const form = useZodForm(schema!({ kind: choice.kind, stored: provider }), {
    ...fromDraft(draft, choice, label(choice.preset), provider),
    secrets: wizard.secrets,
  });
  const { submit, pending, error } = useFormAction(
    (values: ProviderInput) =>
      provider
        ? updateProviderAction({ id: provider.id, ...toPatch(values, choice.kind, provider) })
        : // Blank means shared by all, as the form says, also to somebody who looks at one company.
          createProviderAction({ ...values, company: values.company ?? blank, active: false }),
    {
      invalidates: ['providers', 'status'],
      onSuccess: (saved: ProviderView) => {
        wizard.saved(saved);
        wizard.go(next, { providerId: saved.id });
      },
    },
  );
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: ({ values }) => wizard.type(values) }),
    [form, wizard.type],
  );
  const back = STEPS[STEPS.findIndex(({ name }) => name === step) - 1]!.name;

  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={error}
      pending={pending}
      submitLabel={submitLabel}
      // But for secrets, which a draft has no place for.
      keptWhileTyping={!form.formState.dirtyFields.secrets}
      beside={
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() => wizard.go(back)}
        >
          {t('back')}
        </Button>
      }
    >
      {children}
    </FormShell>
  );
}
