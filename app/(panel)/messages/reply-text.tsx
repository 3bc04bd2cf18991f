'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { AttemptView } from '@/lib/messages/view-schema';
import { useMisfit } from '../routing/use-reason';

type Props = { of: Pick<AttemptView['outcomes'][number], 'code' | 'reply' | 'misfits'> };

/** What was said of a recipient: in the reader's language where Relevo itself says it, else in the other side's own words. */
export function ReplyText({ of: { code, reply, misfits } }: Props) {
  const t = useTranslations('messages.ownWords');
  const word = useMisfit();
  if (misfits?.length)
    return misfits.map((misfit) => (
      <Text key={misfit.provider} size="xs" c="dimmed">
        {misfit.provider ? `${misfit.provider}: ${word(misfit)}` : word(misfit)}
      </Text>
    ));
  if (code && t.has(code))
    return (
      <Text size="xs" c="dimmed">
        {t(code)}
      </Text>
    );
  return (
    reply && (
      <Text size="xs" c="dimmed" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {reply}
      </Text>
    )
  );
}
