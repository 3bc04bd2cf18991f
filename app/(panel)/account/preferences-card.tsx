'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type Mode, useMode } from '@/components/layout/mode';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { SettingsCard } from '@/components/layout/settings-card';
import { MODES, PreferencesInput } from '@/lib/auth/schema';
import { updatePreferencesAction } from '../actions';

type Props = { person: { name: string; language: Language; mode: Mode } };

export function PreferencesCard({ person }: Props) {
  const t = useTranslations('account.preferences');
  const mode = useTranslations('shell.mode');
  const router = useRouter();
  const { setMode } = useMode();
  const form = useZodForm(PreferencesInput, person);
  const { submit, pending, error } = useFormAction(updatePreferencesAction, {
    success: t('saved'),
    onSuccess: (saved) => {
      if (saved.mode) setMode(saved.mode);
      router.refresh();
    },
  });
  return (
    <SettingsCard title={t('title')} help={t('help')}>
      <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
        <TextField name="name" label={t('name')} autoComplete="name" />
        <SelectField name="language" label={t('language')} data={LANGUAGES} />
        <SelectField
          name="mode"
          label={mode('label')}
          description={t('modeHelp')}
          data={MODES.map((value) => ({ value, label: mode(value) }))}
        />
      </FormShell>
    </SettingsCard>
  );
}
