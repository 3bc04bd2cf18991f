'use client';

import { Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { MessageRow } from '@/lib/messages/view-schema';
import { useTitle } from './use-title';

export function MessageSubject({ message }: { message: MessageRow }) {
  const t = useTranslations('messages');
  const title = useTitle();
  return (
    <Group component="span" gap={6} wrap="nowrap" display="inline-flex" maw="100%">
      <Text span inherit truncate>
        {title(message)}
      </Text>
      {message.attachmentCount > 0 && (
        <IconPaperclip
          size={14}
          style={{ flex: 'none' }}
          role="img"
          aria-label={t('attachmentCount', { count: message.attachmentCount })}
        />
      )}
    </Group>
  );
}
