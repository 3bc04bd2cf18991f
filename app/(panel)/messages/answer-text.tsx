import { Text } from '@mantine/core';
import type { EventView } from '@/lib/messages/view-schema';

/** What somebody answered, where their words are known; of a mail they stay in its mailbox. */
export function AnswerText({ event: { type, detail } }: { event: Pick<EventView, 'type' | 'detail'> }) {
  if (type !== 'replied' || typeof detail?.text !== 'string') return null;
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {detail.text}
    </Text>
  );
}
