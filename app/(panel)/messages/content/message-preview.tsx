'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiPath } from '@/components/layout/api';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { useTitle } from '../use-title';
import classes from './message-content.module.css';

/** Pictures that other servers keep are fetched once somebody asks: their servers learn of it, as if the message were opened. */
export function MessagePreview({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.content');
  const title = useTitle();
  const [all, setAll] = useState(false);
  return (
    <Stack gap="xs">
      {message.hasRemotePictures && (
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" className={classes.note} role="status">
            {t(all ? 'picturesShown' : 'picturesLeftOut')}
          </Text>
          {!all && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPhoto size={15} aria-hidden />}
              onClick={() => setAll(true)}
            >
              {t('showPictures')}
            </Button>
          )}
        </Group>
      )}
      {/* Scripts, forms, links to this window and our cookies are all out of reach of what others wrote. */}
      <iframe
        sandbox=""
        src={apiPath('messages/[id]/preview', { id: message.id, pictures: all ? 'all' : null })}
        title={t('previewOf', { subject: title(message) })}
        className={classes.preview}
      />
    </Stack>
  );
}
