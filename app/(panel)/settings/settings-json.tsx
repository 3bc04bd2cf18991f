'use client';

import { useTranslations } from 'next-intl';
import { useFormAction } from '@/components/form/use-form-action';
import { readDocument } from '@/components/json/json-document';
import { JsonEditor } from '@/components/json/json-editor';
import { type Settings, SettingsPatch } from '@/lib/settings/schema';
import { updateSettingsAction } from './actions';

export function SettingsJson({ stored, lockedReason }: { stored: Settings; lockedReason: string | null }) {
  const t = useTranslations('settings');
  const { submit, pending } = useFormAction(updateSettingsAction, {
    invalidates: ['settings', 'status'],
    success: t('saved'),
  });
  const text = JSON.stringify(stored, null, 2);
  return (
    <JsonEditor
      key={text}
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
