'use client';

import { Stack, Text } from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Notice } from '@/components/table/notice';
import type { ChannelForm } from '@/lib/channels/form';
import type { ComposeValues } from './compose-values';
import type { Composer } from './composer';

type Props = { inParts: NonNullable<ChannelForm['inParts']> } & Pick<Composer, 'sms'>;

/** Of how many parts, each of which is paid, the text is so far; and how it is sent where that is not as it was written. */
export function TextParts({ inParts, sms }: Props) {
  const t = useTranslations('messages.compose.parts');
  const [text = ''] = useWatch<ComposeValues, ['text']>({ name: ['text'] });
  const { count, max, left, costly, given, text: sent } = inParts(text, { sms });
  const letters = costly.slice(0, 12).join(' ');
  return (
    <Stack gap="xs" mt="calc(var(--mantine-spacing-xs) * -1)">
      <Text size="sm" c={count > max ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
        {count > max ? t('tooMany', { count, max }) : t('count', { count, left })}
      </Text>
      {given && (
        <Notice
          tone="busy"
          icon={<IconTextSize aria-hidden />}
          title={t('spared', { before: given.count, count })}
        >
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {sent}
          </Text>
        </Notice>
      )}
      {costly.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('costly', { letters })}
        </Text>
      )}
    </Stack>
  );
}
