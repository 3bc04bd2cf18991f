'use client';

import { Anchor, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Reads } from './api';
import { REMEDIES, useStatus } from './status';
import classes from './status-strip.module.css';

/** Always visible: is mail flowing, and what is piling up? A click says why and what to do. */
export function StatusStrip() {
  const t = useTranslations('shell.status');
  const { data, isError } = useStatus();
  const [opened, { toggle, close }] = useDisclosure(false);
  const flow = isError ? 'unreachable' : (data?.flow ?? 'unknown');
  const word = flow === 'flowing' && !data?.everSent ? 'ready' : flow;

  return (
    <Popover opened={opened} onChange={close} position="bottom-start" width={320} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.strip} onClick={toggle} aria-expanded={opened}>
          <span className={classes.dot} data-flow={flow} aria-hidden />
          <span className={classes.word}>{t(`flow.${word}`)}</span>
          {data && !isError && <Counts status={data} />}
          <IconChevronDown size={14} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <Stack gap="sm">
          <Text size="sm" fw={550}>
            {t(`meaning.${word}`)}
          </Text>
          {!isError && data?.reasons.map((reason) => <Reason key={reason} reason={reason} onLeave={close} />)}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Counts({ status }: { status: Reads['status']['answer'] }) {
  const t = useTranslations('shell.status');
  const counts = (['waiting', 'retrying', 'parked'] as const).map((name) => ({ name, value: status[name] }));
  return (
    <span className={classes.counts}>
      {counts.map(({ name, value }) => (
        <span key={name} data-quiet={value === 0 || undefined} className={classes.count}>
          {t(`counts.${name}`, { count: value })}
        </span>
      ))}
    </span>
  );
}

function Reason({ reason, onLeave }: { reason: string; onLeave: () => void }) {
  const t = useTranslations('shell.status');
  const remedy = REMEDIES[reason];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(`reasons.${reason}`)}
      </Text>
      {remedy && (
        <Anchor component={Link} href={remedy.href} size="sm" onClick={onLeave}>
          {t(`actions.${remedy.action}`)}
        </Anchor>
      )}
    </div>
  );
}
