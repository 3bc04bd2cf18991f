'use client';

import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useLocked } from '@/components/layout/use-locked';
import { KeyInput } from '@/lib/providers/keys/key-schema';
import { addKeyAction } from '../../actions';
import { secretFields } from '../../provider-form-values';
import type { ProviderKindView } from '../../provider-kind';
import { ProviderSecret } from '../../provider-sections';
import type { DetailProps } from '../detail-props';

type Props = DetailProps & { kind: ProviderKindView; onAdded: () => void };

export function AddKey({ provider, kind, onAdded }: Props) {
  const t = useTranslations('providers.keys');
  const locked = useLocked('providers.write', provider);
  const form = useZodForm(KeyInput, { label: '', secrets: {}, scopes: '', activate: false });
  const { submit, pending, error } = useFormAction(addKeyAction, {
    invalidates: ['providers'],
    success: t('added'),
    onSuccess: onAdded,
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values: z.output<typeof KeyInput>) => void submit({ ...values, id: provider.id })}
      error={error}
      pending={pending}
      submitLabel={t('save')}
      lockedReason={locked}
    >
      <TextField name="label" label={t('label')} description={t('labelHelp')} withAsterisk />
      {secretFields(kind).map((field) => (
        <ProviderSecret key={field.key} kind={kind.kind} field={field} stored={undefined} />
      ))}
      <TextField name="scopes" label={t('scopes')} description={t('scopesHelp')} />
      <SwitchField name="activate" label={t('activate')} description={t('activateHelp')} />
    </FormShell>
  );
}
