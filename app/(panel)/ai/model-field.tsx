'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/components/form/use-field';
import type { AiKindName } from '@/lib/ai/call/kinds';
import { priceOf } from './ai-values';
import { ModelInput } from './model-input';

export function ModelField({ kind, isNew }: { kind: AiKindName; isNew: boolean }) {
  const t = useTranslations('ai.form');
  const label = t(kind === 'azure' ? 'deployment' : 'model');
  const { field, error } = useField('model', label);
  const { setValue } = useFormContext();
  const choose = (model: string) => {
    field.onChange(model);
    const price = priceOf(kind, model);
    if (price || isNew) setValue('price', price, { shouldDirty: true });
  };
  return (
    <ModelInput
      {...field}
      kind={kind}
      label={label}
      description={t(kind === 'azure' ? 'deploymentHelp' : 'modelHelp')}
      error={error}
      withAsterisk
      value={field.value ?? ''}
      onChange={choose}
    />
  );
}
