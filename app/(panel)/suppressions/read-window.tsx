'use client';

import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem, apiUpload } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import type { UploadResult } from '@/lib/bounces/read-upload';
import { type FileRead, ReadResults } from './read-results';

type Props = { opened: boolean; onClose: () => void };

/** Bounce mails by hand: each file goes as it is, one after the other, and what was found is told of each. */
export function ReadWindow({ opened, onClose }: Props) {
  const t = useTranslations('suppressions');
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [pending, setPending] = useState(false);
  const [read, setRead] = useState<FileRead[] | null>(null);
  const send = async () => {
    setPending(true);
    setRead(null);
    const done: FileRead[] = [];
    for (const file of files) done.push({ name: file.name, ...(await readFile(file)) });
    setRead(done);
    setPending(false);
    for (const noun of ['suppressions', 'messages', 'events'])
      await client.invalidateQueries({ queryKey: nounKey(noun) });
  };
  const close = () => {
    setFiles([]);
    setRead(null);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('read.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text size="sm">{t('read.body')}</Text>
        <FileInput
          multiple
          label={t('read.files')}
          accept=".eml,.mbox,.mbx,message/rfc822,application/mbox"
          clearable
          clearButtonProps={{ 'aria-label': t('filters.removeFile') }}
          value={files}
          onChange={(chosen) => {
            setFiles(chosen);
            setRead(null);
          }}
        />
        <div role="status">{read && <ReadResults files={read} />}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('close')}
          </Button>
          <Button
            loading={pending}
            disabled={files.length === 0 || read !== null}
            onClick={() => void send()}
          >
            {t('read.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

async function readFile(file: File): Promise<{ result: UploadResult } | { code: string }> {
  try {
    return { result: await apiUpload<UploadResult>('bounces', 'application/octet-stream', file) };
  } catch (error) {
    return { code: error instanceof ApiProblem ? error.code : 'internal' };
  }
}
