'use client';

import { Code, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { PlainText } from '@/components/table/plain-text';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { MessageSource } from './message-source';

type Props = {
  message: MessageDetail & { providerTemplate: NonNullable<MessageDetail['providerTemplate']> };
};

/** What a message says whose template a provider keeps: nobody here knows more than its id and what fills it in. */
export function FilledTemplate({ message: { id, providerTemplate } }: Props) {
  const t = useTranslations('messages.content');
  const { technical } = useMode();
  const { provider, variables } = providerTemplate;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t.rich('keptThere', {
          id: providerTemplate.id,
          provider: provider ?? t('goneProvider'),
          code: (chunks) => <Code>{chunks}</Code>,
        })}
      </Text>
      {Object.keys(variables).length > 0 && (
        <PlainText label={t('variables')} wrap="code">
          {JSON.stringify(variables, null, 2)}
        </PlainText>
      )}
      {technical && <MessageSource id={id} />}
    </Stack>
  );
}
