'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiPath } from '@/components/layout/api';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { PicturesNotice } from '../pictures-notice';
import { useTitle } from '../use-title';
import classes from './message-content.module.css';

/** The message's HTML as its readers see it. */
export function MessagePreview({ message }: { message: MessageDetail }) {
  const t = useTranslations('messages.content');
  const title = useTitle();
  const [all, setAll] = useState(false);
  return (
    <Stack gap="xs">
      {message.hasRemotePictures && <PicturesNotice shown={all} onShow={() => setAll(true)} />}
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
