import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import type { Recipient } from './correctable';

/** Why nothing was sent to this recipient, when that came about, and who said so. */
export function WhySuppressed({ recipient: { suppressed, reply, status } }: { recipient: Recipient }) {
  const t = useTranslations('messages.recipients.suppressed');
  if (!suppressed || status !== 'suppressed') return null;
  const { cause, at, until, by, shared } = suppressed;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t(`cause.${cause}`)} · <Time value={at} />
      {until && <> · {t.rich('until', { time: () => <Time value={until} /> })}</>}
      {by && <> · {by}</>}
      {shared && <> · {t('shared')}</>}
      {reply && (
        <>
          <br />
          {reply}
        </>
      )}
    </Text>
  );
}
