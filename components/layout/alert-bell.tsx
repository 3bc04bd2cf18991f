'use client';

import { UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import classes from './alert-bell.module.css';
import { MOST_OPEN, OPEN_ALERTS, OPEN_ALERTS_POLL_MS } from './open-alerts';

const SHOWN = 9;

/** How many alerts are open, on every page; leads to them. */
export function AlertBell() {
  const t = useTranslations('alerts');
  const { data } = useQuery({ ...OPEN_ALERTS, refetchInterval: OPEN_ALERTS_POLL_MS });
  const count = data?.data.length ?? 0;
  const isCritical = data?.data.some(({ severity }) => severity === 'critical');
  return (
    <div className={classes.frame}>
      <UnstyledButton
        component={Link}
        href={paths.alerts()}
        className={classes.bell}
        aria-label={t('bell', { count, more: String(count >= MOST_OPEN) })}
      >
        <IconBell size={18} stroke={1.7} aria-hidden />
      </UnstyledButton>
      {count > 0 && (
        <span className={classes.count} data-tone={isCritical ? 'bad' : 'warn'} aria-hidden>
          {count > SHOWN ? `${SHOWN}+` : count}
        </span>
      )}
    </div>
  );
}
