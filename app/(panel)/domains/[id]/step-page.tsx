'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { DomainView } from '@/lib/domains/schema';
import { STEPS, type Step } from '@/lib/domains/steps';
import { checkDomainAction, updateDomainAction } from '../actions';
import { AtProviders } from './at-providers';
import { DnsHostHelp } from './dns-host-help';
import { RecordCard } from './record-card';
import { recordsOf } from './records-of';
import { DmarcForm } from './step-dmarc';
import { PathsForm } from './step-paths';
import { SendersForm } from './step-senders';

type Props = { domain: DomainView; step: Step; onStep: (step: Step) => void };

/** One step: what it is for, what is to be decided, what is to be entered where, and what was found. */
export function StepPage({ domain, step, onStep }: Props) {
  const t = useTranslations('domains');
  const records = recordsOf(domain, step);
  const { addresses, providers } = domain.senders;
  const hasSenders = addresses.length + providers.length > 0;
  const isRight = records.every(({ state }) => state === 'right');
  return (
    <SectionCard title={t(`steps.${step}.title`)} lead={t(`steps.${step}.lead`)}>
      <Stack gap="lg">
        {step === 'senders' && <SendersForm domain={domain} onSaved={() => onStep('spf')} />}
        {step === 'dmarc' && <DmarcForm domain={domain} />}
        {step === 'paths' && <PathsForm domain={domain} />}
        {step === 'spf' && records.length === 0 && (
          <Text size="sm">{t(hasSenders ? 'noSpf' : 'noSenders')}</Text>
        )}
        {(step === 'dkim' || step === 'verify') && <AtProviders domain={domain} />}
        {records.length > 0 && !isRight && <DnsHostHelp nameServers={domain.nameServers} />}
        {records.map((record) => (
          <RecordCard key={record.key} record={record} />
        ))}
        {step !== 'senders' && <Bar domain={domain} step={step} onStep={onStep} asks={records.length > 0} />}
      </Stack>
    </SectionCard>
  );
}

function Bar({ domain, step, onStep, asks }: Props & { asks: boolean }) {
  const t = useTranslations('domains');
  const locked = useLocked('domains.write', domain);
  const check = useAction(checkDomainAction, { invalidates: ['domains'] });
  const keep = useAction(updateDomainAction, { onError: () => true });
  const at = STEPS.indexOf(step);
  const go = (to: Step) => {
    onStep(to);
    // Where somebody goes on tomorrow; who may not change it simply looks around.
    if (!locked) void keep.run({ id: domain.id, step: to });
  };
  return (
    <Group justify="space-between">
      <Group gap="xs">
        {at > 0 && (
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => go(STEPS[at - 1]!)}
          >
            {t('back')}
          </Button>
        )}
        {asks && (
          <ReasonedButton
            variant={step === 'verify' ? 'filled' : 'default'}
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={check.pending}
            disabledReason={locked}
            onClick={() => void check.run({ id: domain.id })}
          >
            {t('checkNow')}
          </ReasonedButton>
        )}
        {at > 0 && at < STEPS.length - 1 && (
          <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={() => go(STEPS[at + 1]!)}>
            {t('next')}
          </Button>
        )}
      </Group>
      {asks && (
        <Text size="xs" c="dimmed">
          {domain.checkedAt
            ? t.rich('checkedAt', { time: () => <Time value={domain.checkedAt!} /> })
            : t('neverChecked')}{' '}
          {t('byItself')}
        </Text>
      )}
    </Group>
  );
}
