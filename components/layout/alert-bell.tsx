'use client';

import { UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import classes from './alert-bell.module.css';
import { useStatus } from './status';

const SHOWN = 9;

/** How many alerts are open, on every page, as the strip is told of them; leads to them. */
export function AlertBell() {
  const t = useTranslations('alerts');
  const { data } = useStatus();
  const count = data?.alerts.open ?? 0;
  const isCritical = (data?.alerts.critical ?? 0) > 0;
  return (
    <div className={classes.frame}>
      <UnstyledButton
        component={Link}
        href={paths.alerts()}
        className={classes.bell}
        aria-label={t('bell', { count })}
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
