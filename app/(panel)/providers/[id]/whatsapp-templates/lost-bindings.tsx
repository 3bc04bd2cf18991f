'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { ProviderTemplatesView } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { BoundTo } from './bound-to';

type Props = DetailProps & { lost: ProviderTemplatesView['lost'] };

/** What goes out by one that is not there any more would be refused. */
export function LostBindings({ provider, lost }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  if (lost.length === 0) return null;
  return (
    <Notice tone="warn" title={t('lost')}>
      <Stack gap="xs">
        {lost.map((binding) => (
          <div key={`${binding.template} ${binding.language}`}>
            <Text size="sm">{t('lostOne', { name: binding.name, language: binding.nameLanguage })}</Text>
            <BoundTo provider={provider} binding={binding} />
          </div>
        ))}
      </Stack>
    </Notice>
  );
}
