'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { AiProviderInput, AiProviderPatch, type AiProviderView } from '@/lib/ai/providers/schema';
import { createAiProviderAction, updateAiProviderAction } from './actions';
import { AiFields } from './ai-fields';
import { changesOf, NEW_AI, valuesOf } from './ai-values';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: AiProviderView | null; onClose: () => void };

const READS = ['ai-providers'];

export function AiWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('ai');
  return (
    <FormWindow opened={opened} onClose={onClose} title={stored ? stored.name : t('add')}>
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Create onDone={onClose} />)}
    </FormWindow>
  );
}

function Create({ onDone }: { onDone: () => void }) {
  const t = useTranslations('ai');
  const { submit, pending, error } = useFormAction(createAiProviderAction, {
    invalidates: READS,
    success: t('added'),
    onSuccess: onDone,
  });
  const form = useZodForm(AiProviderInput, NEW_AI);
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('form.submit')}>
      <AiFields />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: AiProviderView; onDone: () => void }) {
  const t = useTranslations('ai');
  const { submit, pending, error } = useFormAction(updateAiProviderAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: valuesOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(AiProviderPatch, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...changesOf(values, stored), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('form.submit')}
    >
      <AiFields stored={stored} />
    </FormShell>
  );
}
