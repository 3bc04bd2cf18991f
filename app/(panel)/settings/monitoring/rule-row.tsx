'use client';

import { Box, Button, Group, Text } from '@mantine/core';
import { IconBellOff, IconCircleCheck, IconPencil, IconPlayerPause, IconSend } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { StateBadge } from '@/components/table/state-badge';
import type { AlertRuleView } from '@/lib/alerts/schema';
import { testAlertRuleAction } from '../../alerts/actions';
import { MuteMenu, useIsMuted } from '../../alerts/mute-menu';
import { SeverityBadge } from '../../alerts/severity-badge';
import classes from './rule-row.module.css';
import { useSpan } from './use-span';

/** When it fires, who hears of it, and what can be done with it. */
export function RuleRow({ rule, onChange }: { rule: AlertRuleView; onChange: () => void }) {
  const t = useTranslations('alerts');
  const spanOf = useSpan();
  const { kind, threshold, windowMinutes, minSample, company } = rule;
  const name = t(`kinds.${kind}.name`);
  const bounds = {
    threshold: threshold ?? 0,
    sample: minSample ?? 0,
    span: windowMinutes === null ? '' : spanOf(windowMinutes),
  };
  return (
    <li className={classes.row}>
      <Box flex="1 1 20rem" miw={0}>
        <Group gap="xs">
          <Text fw={550}>{name}</Text>
          <SeverityBadge severity={rule.severity} />
          <State rule={rule} />
        </Group>
        <Text size="sm" mt={2}>
          {t(`kinds.${kind}.when`, bounds)}
          {company && ` · ${company}`}
        </Text>
        <Text size="sm" c="dimmed">
          <Heard rule={rule} />
        </Text>
      </Box>
      <Group gap="xs">
        <Test rule={rule} name={name} />
        <MuteMenu rule={rule} size="xs" />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          aria-label={t('rules.changeOne', { name })}
          onClick={onChange}
        >
          {t('rules.change')}
        </Button>
      </Group>
    </li>
  );
}

function State({ rule }: { rule: AlertRuleView }) {
  const t = useTranslations('alerts.rules.state');
  const isMuted = useIsMuted()(rule);
  if (!rule.active)
    return (
      <StateBadge tone="quiet" icon={IconPlayerPause}>
        {t('off')}
      </StateBadge>
    );
  return isMuted ? (
    <StateBadge tone="quiet" icon={IconBellOff}>
      {t.rich('muted', { time: () => <Time value={rule.mutedUntil!} format="clock" /> })}
    </StateBadge>
  ) : (
    <StateBadge tone="good" icon={IconCircleCheck}>
      {t('on')}
    </StateBadge>
  );
}

function Heard({ rule: { byMail, recipients, remindHours, quietFrom, quietTo } }: { rule: AlertRuleView }) {
  const t = useTranslations('alerts.rules');
  const { list } = useFormatter();
  if (!byMail) return t('heard.nobody');
  return [
    recipients ? t('heard.these', { people: list(recipients) }) : t('heard.administrators'),
    remindHours === null ? t('heard.once') : t('heard.again', { hours: remindHours }),
    quietFrom && quietTo && t('heard.quiet', { from: quietFrom, to: quietTo }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function Test({ rule, name }: { rule: AlertRuleView; name: string }) {
  const t = useTranslations('alerts');
  const locked = useLocked('alerts.write', rule);
  const test = useAction(testAlertRuleAction, {
    success: ({ sent, problem }) =>
      problem ? t(`mailProblem.${problem}`) : t('rules.tested', { count: sent }),
  });
  return (
    <ReasonedButton
      size="xs"
      variant="default"
      leftSection={<IconSend size={14} aria-hidden />}
      aria-label={t('rules.testOne', { name })}
      loading={test.pending}
      disabledReason={locked}
      onClick={() => void test.run({ id: rule.id })}
    >
      {t('rules.test')}
    </ReasonedButton>
  );
}
