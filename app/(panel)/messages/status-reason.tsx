'use client';

import { Text } from '@mantine/core';
import { tellMissed } from '@/lib/messages/outcome';
import type { MessageRow } from '@/lib/messages/view-schema';
import { isPartlyAtRest } from './partly';
import { useReasonText } from './use-outcome-sentence';
import { useOutcomeTexts } from './use-outcome-texts';

/** Under its state, why: the same words as on the message's page. */
export function StatusReason({ message }: { message: MessageRow }) {
  const texts = useOutcomeTexts();
  const reason = useReasonText()(message);
  const why = isPartlyAtRest(message) ? tellMissed(texts, message.partly) : reason;
  return (
    why && (
      <Text size="xs" c="dimmed" mt={2} style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
        {why}
      </Text>
    )
  );
}
