'use client';

import { useTranslations } from 'next-intl';
import { JsonEditor } from '@/components/json/json-editor';
import type { Result } from '@/components/layout/use-action';
import type { ProviderPatch, ProviderView } from '@/lib/providers/schema';
import { readProvider, toDocument } from './provider-document';

type Props = {
  provider: ProviderView;
  onSubmit: (patch: ProviderPatch) => Promise<Result<ProviderView>>;
  pending: boolean;
  lockedReason: string | null;
};

export function ProviderJson({ provider, ...props }: Props) {
  const t = useTranslations('providers.json');
  return (
    <JsonEditor
      {...props}
      initial={toDocument(provider)}
      read={(text) => readProvider(text, provider)}
      label={t('label')}
      help={t('help')}
      note={t('secrets')}
    />
  );
}
