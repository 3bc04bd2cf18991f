'use client';

import { Text } from '@mantine/core';
import { useMode } from '@/components/layout/mode';
import type { AttemptView } from '@/lib/messages/view-schema';
import { useMisfit } from '../routing/use-reason';
import { useOwnWord } from './use-own-word';

type Props = { of: Pick<AttemptView['outcomes'][number], 'code' | 'reply' | 'misfits'> };

/** What was said of a recipient: in the reader's language where Relevo itself says it, else in the other side's own words; a technician gets both. */
export function ReplyText({ of: { code, reply, misfits } }: Props) {
  const { technical } = useMode();
  const ownWord = useOwnWord();
  const word = useMisfit();
  if (misfits?.length)
    return misfits.map((misfit) => (
      <Text key={misfit.provider} size="xs" c="dimmed">
        {misfit.provider ? `${misfit.provider}: ${word(misfit)}` : word(misfit)}
      </Text>
    ));
  const own = ownWord(code);
  return (
    <>
      {own && (
        <Text size="xs" c="dimmed">
          {own}
        </Text>
      )}
      {reply && (!own || technical) && (
        <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {reply}
        </Text>
      )}
    </>
  );
}
