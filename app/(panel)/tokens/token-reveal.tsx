'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CopyText } from '@/components/layout/copy-text';
import { Notice } from '@/components/table/notice';
import { PlainText } from '@/components/table/plain-text';
import { curlExample } from './token-form';

type Props = { token: string; baseUrl: string; onDone: () => void };

export function TokenReveal({ token, baseUrl, onDone }: Props) {
  const t = useTranslations('tokens.reveal');
  return (
    <Stack>
      <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
        {t('once')}
      </Notice>
      <Copyable label={t('token')} text={token} />
      <Copyable label={t('example')} text={curlExample(baseUrl, token)} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}

function Copyable({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={550}>
          {label}
        </Text>
        <CopyText text={text} />
      </Group>
      <PlainText label={label}>{text}</PlainText>
    </div>
  );
}
