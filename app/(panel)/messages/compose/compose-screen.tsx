'use client';

import { Card, Stack } from '@mantine/core';
import { useState } from 'react';
import { ComposeMessage } from './compose-message';
import { FollowMessage } from './follow-message';

type Props = { ownAddress: string; canSend: boolean };

/** The form, and after sending what becomes of the message; the form keeps what was written. */
export function ComposeScreen({ ownAddress, canSend }: Props) {
  const [sent, setSent] = useState<string | null>(null);
  return (
    <Stack maw={760}>
      {sent && <FollowMessage id={sent} onAgain={() => setSent(null)} />}
      <Card display={sent ? 'none' : undefined}>
        <ComposeMessage ownAddress={ownAddress} canSend={canSend} onSent={setSent} />
      </Card>
    </Stack>
  );
}
