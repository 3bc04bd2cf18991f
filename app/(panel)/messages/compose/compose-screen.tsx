'use client';

import { Box, Stack } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import type { Sent } from '../use-send-message';
import { ChannelChoice } from './channel-choice';
import { ComposeFrom } from './compose-from';
import { ComposeMessage } from './compose-message';
import { type ComposeValues, EMPTY } from './compose-values';
import type { Composer } from './composer';
import { FollowMessage } from './follow-message';

/** `?from=`: a message to edit and send again; `?example=true`: a test message; `?channel=`: of another channel; `?template=`: with one. */
export function ComposeScreen(composer: Composer) {
  const query = useSearchParams();
  // Another address is another form, also where the page stays.
  return <Composing key={query.toString()} query={query} {...composer} />;
}

/** The form, and after sending what becomes of the message; the form keeps what was written. */
function Composing({ query, ...composer }: Composer & { query: URLSearchParams }) {
  const t = useTranslations('messages.compose');
  const [sent, setSent] = useState<Sent | null>(null);
  const from = query.get('from');
  const channel = query.get('channel') ?? DEFAULT_CHANNEL;
  const example: ComposeValues = {
    ...EMPTY,
    to: [composer.ownAddress],
    subject: t('exampleSubject'),
    text: t('exampleText'),
  };
  const template = query.get('template');
  const initial: ComposeValues = template ? { ...EMPTY, way: 'template', template } : EMPTY;
  return (
    <Stack>
      {sent && <FollowMessage {...sent} onAgain={() => setSent(null)} />}
      <Box display={sent ? 'none' : undefined}>
        {from ? (
          <ComposeFrom {...composer} id={from} onSent={setSent} />
        ) : (
          <Stack>
            <ChannelChoice channel={channel} />
            <ComposeMessage
              {...composer}
              channel={channel}
              initial={query.get('example') ? example : initial}
              example={example}
              onSent={setSent}
            />
          </Stack>
        )}
      </Box>
    </Stack>
  );
}
