'use client';

import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { isMoving } from '../../messages/in-progress';
import { asItIs, useSendMessage } from '../../messages/use-send-message';
import { type FailoverPlan, planFailover, usableSandboxes } from './failover-plan';
import { MessageOutcome } from './message-outcome';

type Props = { providers: ProviderView[] };

/** The way out that nobody hopes to need, tried before it is needed and without a real recipient. */
export function Failover({ providers }: Props) {
  const t = useTranslations('checks.failover');
  const plan = planFailover(providers);
  return (
    <SectionCard
      title={t('title')}
      lead={plan ? t('lead') : t('need', { count: usableSandboxes(providers).length })}
    >
      {plan ? <FailoverRun plan={plan} /> : <AddSandbox />}
    </SectionCard>
  );
}

function FailoverRun({ plan }: { plan: FailoverPlan }) {
  const t = useTranslations('checks.failover');
  const locked = useLocked('messages.send');
  const [sent, setSent] = useState<string | null>(null);
  const send = useAction(useSendMessage(asItIs), {
    invalidates: ['messages'],
    onSuccess: ({ id }) => setSent(id),
  });
  const names = { first: plan.first.name, second: plan.second.name };
  const run = () => {
    setSent(null);
    const text = t('text', { first: names.first });
    const providers = [plan.first.id, plan.second.id];
    void send.run({ to: plan.to, subject: t('subject'), text, providers });
  };
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('plan', names)}</Text>
        <ReasonedButton variant="default" loading={send.pending} disabledReason={locked} onClick={run}>
          {t('run')}
        </ReasonedButton>
      </Group>
      {sent && (
        <MessageOutcome id={sent}>{(message) => <Verdict message={message} names={names} />}</MessageOutcome>
      )}
    </>
  );
}

type VerdictProps = { message: MessageDetail; names: { first: string; second: string } };

/** Passed only if the first really failed: a message that took the second at once proves nothing. */
function Verdict({ message, names }: VerdictProps) {
  const t = useTranslations('checks.failover');
  if (isMoving(message.status)) return null;
  const failedFirst = message.attempts[0]?.provider === names.first && message.attempts.length > 1;
  const passed = failedFirst && message.status === 'captured' && message.provider === names.second;
  return (
    <Notice
      mt="sm"
      tone={passed ? 'good' : 'bad'}
      icon={passed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
    >
      {t(passed ? 'passed' : 'failed', names)}
    </Notice>
  );
}

function AddSandbox() {
  const t = useTranslations('checks.failover');
  const locked = useLocked('providers.write');
  return (
    <LinkButton
      href={paths.newProvider({ preset: 'sandbox.sandbox' })}
      variant="default"
      w="fit-content"
      disabledReason={locked}
    >
      {t('add')}
    </LinkButton>
  );
}
