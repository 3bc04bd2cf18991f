'use client';

import { Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { useMoney } from '@/components/layout/money';
import { formatDuration } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { PlainText } from '@/components/table/plain-text';
import type { AttemptView } from '@/lib/messages/view-schema';
import { ReplyText } from '../reply-text';
import { WhyProvider } from './why-provider';

/** One try with one provider: how long it took, what it said for each recipient, and why it was chosen. */
export function AttemptEntry({ attempt }: { attempt: AttemptView }) {
  const t = useTranslations('messages.attempt');
  const locale = useLocale();
  const { technical } = useMode();
  const money = useMoney();
  const { provider, durationMs, outcomes } = attempt;
  const faultOf = ({ fault, permanent }: AttemptView['outcomes'][number]) => {
    // Of the others the result has told it.
    const told = [fault && !NOT_OF_ADDRESS[fault] && t(`fault.${fault}`), permanent && t('permanent')];
    const words = told.filter(Boolean).join(', ');
    return words && ` (${words})`;
  };
  return (
    <Stack gap={6}>
      <div>
        <Text size="sm" fw={500}>
          {t(verdict(attempt), { provider })}
        </Text>
        <Text size="xs" c="dimmed">
          <Time value={attempt.startedAt} format={technical ? 'absolute' : 'relative'} />
          {durationMs !== null && ` · ${formatDuration(durationMs, locale)}`}
          {technical && ` · ${t('cost', { cost: money(attempt.cost) })}`}
        </Text>
      </div>
      {outcomes.map((outcome) => (
        <div key={outcome.address}>
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {outcome.address}: {t(`outcome.${resultOf(outcome)}`)}
            {technical && faultOf(outcome)}
          </Text>
          <ReplyText of={outcome} />
        </div>
      ))}
      <WhyProvider attempt={attempt} />
      {technical && attempt.transcript && (
        <details>
          <Text component="summary" size="xs" style={{ cursor: 'pointer' }}>
            {t('transcript')}
          </Text>
          <PlainText label={t('transcript')}>{attempt.transcript}</PlainText>
        </details>
      )}
    </Stack>
  );
}

const NOT_OF_ADDRESS: Partial<Record<string, string>> = {
  provider: 'notTaken',
  throttled: 'throttled',
  cannot_carry: 'notCarried',
};

/** A provider in trouble, busy or too small refuses everybody: nothing is said of the address. */
function resultOf({ outcome, fault }: AttemptView['outcomes'][number]): string {
  if (outcome === 'refused' && fault && NOT_OF_ADDRESS[fault]) return NOT_OF_ADDRESS[fault];
  return outcome;
}

function verdict({ finishedAt, outcomes }: AttemptView): string {
  if (!finishedAt) return 'running';
  const accepted = outcomes.filter((outcome) => outcome.outcome === 'accepted').length;
  if (accepted === 0 && outcomes.some((outcome) => outcome.outcome === 'captured')) return 'captured';
  if (accepted === outcomes.length && accepted > 0) return 'accepted';
  if (accepted > 0) return 'partly';
  return outcomes.some((outcome) => outcome.outcome === 'unknown') ? 'unknown' : 'refused';
}
