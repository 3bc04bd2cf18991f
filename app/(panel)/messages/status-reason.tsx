'use client';

import { Text } from '@mantine/core';
import type { MessageRow } from '@/lib/messages/view-schema';
import { useReasonText } from './use-outcome-sentence';

/** Under its state, why: the same words as on the message's page. */
export function StatusReason({ message }: { message: MessageRow }) {
  const why = useReasonText()(message);
  return (
    why && (
      <Text size="xs" c="dimmed" mt={2} style={{ whiteSpace: 'normal' }}>
        {why}
      </Text>
    )
  );
}
