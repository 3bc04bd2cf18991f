'use client';

import { Anchor, Text } from '@mantine/core';
import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { FileSize } from '@/components/form/file-size';
import { apiPath } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import type { AttachmentView } from '@/lib/messages/view-schema';
import classes from './attachment-list.module.css';

type Props = { messageId: string; attachments: AttachmentView[] };

export function AttachmentList({ messageId, attachments }: Props) {
  const t = useTranslations('messages.attachments');
  const { technical } = useMode();
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {attachments.map((attachment) => {
        const Icon = iconOf(attachment.contentType);
        return (
          <li key={attachment.position} className={classes.item}>
            <Icon size={18} stroke={1.5} aria-hidden />
            <div className={classes.name}>
              <Anchor
                href={apiPath('messages/[id]/attachments/[position]', {
                  id: messageId,
                  position: attachment.position,
                })}
                download={attachment.filename}
                size="sm"
                c="inherit"
                underline="always"
              >
                {attachment.filename}
              </Anchor>
              {technical && (
                <Text size="xs" c="dimmed" ff="monospace" className={classes.hash}>
                  {attachment.contentType} · sha256 {attachment.sha256}
                </Text>
              )}
            </div>
            <FileSize bytes={attachment.sizeBytes} />
          </li>
        );
      })}
    </ul>
  );
}

function iconOf(contentType: string) {
  if (contentType.startsWith('image/')) return IconPhoto;
  return contentType.startsWith('application/pdf') ? IconFileTypePdf : IconFile;
}
