'use client';

import { useTranslations } from 'next-intl';
import { FileField } from '@/components/form/file-field';
import type { ChannelForm } from '@/lib/channels/form';

/** What goes along, whoever wrote the body. */
export function Files({ form: { parts, maxBytes, maxFiles } }: { form: ChannelForm }) {
  const t = useTranslations('messages.compose');
  if (!parts.includes('attachments')) return null;
  return (
    <FileField
      name="attachments"
      label={t('attachments')}
      description={t('attachmentsHelp', { max: maxBytes / 1024 / 1024 })}
      maxFiles={maxFiles ?? 0}
    />
  );
}
