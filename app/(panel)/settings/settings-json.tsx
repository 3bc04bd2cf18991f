'use client';

import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { readDocument } from '@/components/json/json-document';
import { JsonEditor } from '@/components/json/json-editor';
import { SettingsPatch, type SettingsView } from '@/lib/settings/schema';
import { updateSettingsAction } from './actions';

export function SettingsJson({
  stored,
  lockedReason,
}: {
  stored: SettingsView;
  lockedReason: string | null;
}) {
  const t = useTranslations('settings');
  const { submit, pending } = useFormAction(updateSettingsAction, {
    invalidates: ['settings', 'status'],
    success: t('saved'),
  });
  const text = JSON.stringify(stored, null, 2);
  return (
    <JsonEditor
      initial={text}
      read={(typed) => readDocument(typed, SettingsPatch)}
      onSubmit={submit}
      pending={pending}
      lockedReason={lockedReason}
      label={t('json.label')}
      help={t('json.help')}
    />
  );
}
