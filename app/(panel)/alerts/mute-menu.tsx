'use client';

import { Button, Menu } from '@mantine/core';
import { IconBell, IconBellOff, IconChevronDown } from '@tabler/icons-react';
import { useNow, useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { AlertRuleView } from '@/lib/alerts/schema';
import { updateAlertRuleAction } from './actions';

const HOURS = { hour: 1, day: 24, week: 168 } as const;
const HOUR_MS = 3_600_000;

/** Nobody hears of what the rule finds for a while; it is shown all the same. */
export function MuteMenu({ rule, size }: { rule: AlertRuleView; size?: string }) {
  const t = useTranslations('alerts');
  const locked = useLocked('alerts.write', rule);
  const isMuted = useIsMuted()(rule);
  const name = t(`kinds.${rule.kind}.name`);
  const change = useAction(updateAlertRuleAction, {
    invalidates: ['alert-rules'],
    success: t(isMuted ? 'mute.ended' : 'mute.done'),
  });
  const until = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
  if (isMuted || locked)
    return (
      <ReasonedButton
        size={size}
        variant="default"
        leftSection={isMuted ? <IconBell size={16} aria-hidden /> : <IconBellOff size={16} aria-hidden />}
        aria-label={t(isMuted ? 'mute.endOne' : 'mute.one', { name })}
        loading={change.pending}
        disabledReason={locked}
        onClick={() => void change.run({ id: rule.id, mutedUntil: null })}
      >
        {t(isMuted ? 'mute.end' : 'mute.button')}
      </ReasonedButton>
    );
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button
          size={size}
          variant="default"
          leftSection={<IconBellOff size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('mute.one', { name })}
          loading={change.pending}
        >
          {t('mute.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('mute.what', { name })}</Menu.Label>
        {(Object.keys(HOURS) as (keyof typeof HOURS)[]).map((span) => (
          <Menu.Item
            key={span}
            onClick={() => void change.run({ id: rule.id, mutedUntil: until(HOURS[span]) })}
          >
            {t(`mute.spans.${span}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function useIsMuted(): (rule: AlertRuleView) => boolean {
  const now = useNow({ updateInterval: 30_000 });
  return ({ mutedUntil }) => mutedUntil !== null && new Date(mutedUntil) > now;
}
