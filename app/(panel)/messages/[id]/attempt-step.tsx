'use client';

import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconHelpCircle, IconInbox, IconSend } from '@tabler/icons-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { useMoney } from '@/components/layout/money';
import { formatDuration } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import { PlainText } from '@/components/table/plain-text';
import type { Tone } from '@/components/tones';
import type { AttemptView, MessageDetail } from '@/lib/messages/view-schema';
import { JudgedBy } from '../../reply-rules/judged-by';
import { SortReply } from '../../reply-rules/sort-reply';
import { ReplyText } from '../reply-text';
import { ExplainReply } from './explain-reply';
import { groupOutcomes, type OutcomeGroup } from './group-outcomes';
import { StoryStep } from './story-step';
import { WhyProvider } from './why-provider';

type Props = {
  message: Pick<MessageDetail, 'id' | 'company'>;
  attempt: AttemptView;
  /** Those that followed and ended alike. */
  repeats: AttemptView[];
  /** How many recipients the message has. */
  of: number;
};

/** One try with one provider: what it said, once; how long it took, and why it was chosen. */
export function AttemptStep({ message, attempt, repeats, of }: Props) {
  const t = useTranslations('messages.attempt');
  const locale = useLocale();
  const { technical } = useMode();
  const money = useMoney();
  const { provider, startedAt } = attempt;
  const took = [attempt, ...repeats].flatMap(({ durationMs }) => durationMs ?? []);
  const tries = repeats.length > 0 && t('tries', { count: repeats.length + 1 });
  const said = verdict(attempt);
  const groups = groupOutcomes(attempt.outcomes);
  return (
    <StoryStep
      {...LOOK[said]}
      title={[t(said, { provider }), tries].filter(Boolean).join(' · ')}
      time={
        <>
          <Time value={startedAt} format="clock" />
          {took.length > 0 && ` · ${took.map((ms) => formatDuration(ms, locale)).join(', ')}`}
          {technical && ` · ${t('cost', { cost: money(attempt.cost) })}`}
        </>
      }
    >
      {groups.map((group) => (
        <Said key={group.addresses[0]} group={group} alone={group.addresses.length === of} />
      ))}
      {(said === 'refused' || said === 'partly') && (
        <ExplainReply message={message} attemptId={attempt.id} outcomes={attempt.outcomes} />
      )}
      {attempt.outcomes.some(({ unsorted, reply }) => unsorted && reply) && (
        <SortReply source={{ message: message.id, attempt: attempt.id }} of={message} />
      )}
      <WhyProvider attempt={attempt} />
      {technical && attempt.transcript && (
        <details>
          <Text component="summary" size="xs">
            {t('transcript')}
          </Text>
          <PlainText label={t('transcript')}>{attempt.transcript}</PlainText>
        </details>
      )}
    </StoryStep>
  );
}

const LOOK: Record<Verdict, { tone: Tone; icon: typeof IconSend }> = {
  running: { tone: 'busy', icon: IconSend },
  accepted: { tone: 'good', icon: IconCheck },
  captured: { tone: 'kept', icon: IconInbox },
  partly: { tone: 'warn', icon: IconCheck },
  unknown: { tone: 'warn', icon: IconHelpCircle },
  refused: { tone: 'bad', icon: IconAlertTriangle },
};

const NAMED = 3;

/** Where all fared alike the verdict says how, and nobody has to be named. */
function Said({ group: { outcome, addresses }, alone }: { group: OutcomeGroup; alone: boolean }) {
  const t = useTranslations('messages.attempt');
  const format = useFormatter();
  const { technical } = useMode();
  const [named, more] = [addresses.slice(0, NAMED), addresses.length - NAMED];
  const who = format.list(more > 0 ? [...named, t('others', { count: more })] : named);
  const { fault, permanent } = outcome;
  // Of the others the result has told it.
  const told = [fault && !NOT_OF_ADDRESS[fault] && t(`fault.${fault}`), permanent && t('permanent')];
  const words = technical && told.filter(Boolean).join(', ');
  const result = resultOf(outcome);
  return (
    <div>
      {(!alone || words || result in FOR_ALL) && (
        <Text size="xs">
          {alone ? t(`outcome.${result}`) : `${who}: ${t(`outcome.${result}`)}`}
          {words && ` (${words})`}
        </Text>
      )}
      <ReplyText of={outcome} />
      {outcome.rule && <JudgedBy rule={outcome.rule} />}
    </div>
  );
}

const NOT_OF_ADDRESS: Partial<Record<string, string>> = {
  provider: 'notTaken',
  throttled: 'throttled',
  cannot_carry: 'notCarried',
};

/** Says more than the verdict does. */
const FOR_ALL = { notTaken: true, throttled: true, notCarried: true };

/** A provider in trouble, busy or too small refuses everybody: nothing is said of the address. */
function resultOf({ outcome, fault }: AttemptView['outcomes'][number]): string {
  if (outcome === 'refused' && fault && NOT_OF_ADDRESS[fault]) return NOT_OF_ADDRESS[fault];
  return outcome;
}

type Verdict = 'running' | 'accepted' | 'captured' | 'partly' | 'unknown' | 'refused';

function verdict({ finishedAt, outcomes }: AttemptView): Verdict {
  if (!finishedAt) return 'running';
  const accepted = outcomes.filter((outcome) => outcome.outcome === 'accepted').length;
  if (accepted === 0 && outcomes.some((outcome) => outcome.outcome === 'captured')) return 'captured';
  if (accepted === outcomes.length && accepted > 0) return 'accepted';
  if (accepted > 0) return 'partly';
  return outcomes.some((outcome) => outcome.outcome === 'unknown') ? 'unknown' : 'refused';
}
