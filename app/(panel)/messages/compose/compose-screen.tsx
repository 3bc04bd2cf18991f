'use client';

import { Box, Stack } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DEFAULT_CHANNEL } from '@/lib/channels/inputs';
import { ComposeMessage } from './compose-message';
import { type ComposeValues, EMPTY } from './compose-values';
import type { Composer } from './composer';
import { FollowMessage } from './follow-message';

/** The form, and after sending what becomes of the message; the form keeps what was written. */
export function ComposeScreen(composer: Composer) {
  const t = useTranslations('messages.compose');
  const query = useSearchParams();
  const [sent, setSent] = useState<string | null>(null);
  const channel = query.get('channel') ?? DEFAULT_CHANNEL;
  const example: ComposeValues = {
    ...EMPTY,
    to: [composer.ownAddress],
    subject: t('exampleSubject'),
    text: t('exampleText'),
  };
  return (
    <Stack>
      {sent && <FollowMessage id={sent} onAgain={() => setSent(null)} />}
      <Box display={sent ? 'none' : undefined}>
        <ComposeMessage
          {...composer}
          channel={channel}
          initial={query.get('example') ? example : EMPTY}
          example={example}
          onSent={setSent}
        />
      </Box>
    </Stack>
  );
}
