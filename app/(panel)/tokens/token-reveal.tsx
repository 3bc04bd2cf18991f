'use client';

import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconEyeOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import { curlExample } from './token-form';
import classes from './token-reveal.module.css';

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
  const t = useTranslations('common');
  return (
    <div>
      <Group justify="space-between" mb={6}>
        <Text size="sm" fw={550}>
          {label}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            >
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
