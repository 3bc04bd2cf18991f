'use client';

import { FileButton, Group, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { WindowButton } from '@/components/form/window-button';
import { Notice } from '@/components/table/notice';
import type { ImageView } from '@/lib/images/schema';
import classes from './fields.module.css';
import { ImageNotes } from './image-notes';
import { useUpload } from './use-upload';

const ImageLibrary = dynamic(() => import('./image-library').then((module) => module.ImageLibrary), {
  ssr: false,
});

type Props = {
  /** Whose template it is, by its key; undefined: shared. */
  company: string | undefined;
  lockedReason: string | null;
  onPick: (image: ImageView) => void;
};

const TAKEN = 'image/png,image/jpeg,image/gif,image/webp';

/** A picture of one's own: by button, dropped, pasted, or one that was uploaded before. */
export function ImageField({ company, lockedReason, onPick }: Props) {
  const t = useTranslations('editor.image');
  const [isOver, setOver] = useState(false);
  const { upload, pending, error, uploaded } = useUpload({ company, lockedReason, onPick });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    upload(event.dataTransfer.files[0]);
  };
  return (
    <Stack
      gap="xs"
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group gap="xs">
        <FileButton onChange={(file) => upload(file ?? undefined)} accept={TAKEN}>
          {(button) => (
            <ReasonedButton
              {...button}
              size="xs"
              variant="default"
              leftSection={<IconUpload size={14} aria-hidden />}
              loading={pending}
              disabledReason={lockedReason}
            >
              {t('upload')}
            </ReasonedButton>
          )}
        </FileButton>
        <WindowButton
          size="xs"
          variant="subtle"
          window={(window) => (
            <ImageLibrary {...window} company={company} lockedReason={lockedReason} onPick={onPick} />
          )}
        >
          {t('library.open')}
        </WindowButton>
      </Group>
      <Text size="xs" c="dimmed">
        {t('ways')}
      </Text>
      {error && (
        <Notice tone="bad" role="alert" p="xs">
          {error}
        </Notice>
      )}
      {uploaded && <ImageNotes image={uploaded} />}
    </Stack>
  );
}
