'use client';

import { Button, Paper, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type Attention, LEVELS, type Level, type Statistics } from '@/lib/statistics/schema';
import { useAttentionText } from './attention-text';
import classes from './home.module.css';
import { ResumeQueue } from './resume-queue';

const ICONS: Record<Level, typeof IconInfoCircle> = {
  bad: IconCircleX,
  warn: IconAlertTriangle,
  info: IconInfoCircle,
};

/** Of what is only good to know, no more than fills the list up to this. */
const AT_LEAST = 4;

/** What needs a person, the worst first, each with the one thing to do about it. */
export function AttentionList({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.attention');
  const { attention } = statistics;
  const [all, { toggle }] = useDisclosure(false);
  const pressing = attention.filter(({ type }) => LEVELS[type] !== 'info').length;
  const first = attention.slice(0, Math.max(pressing, AT_LEAST));
  const more = attention.length - first.length;
  return (
    <section aria-labelledby="attention" className={classes.section}>
      <Title order={2} id="attention" mb="xs">
        {t('title')}
      </Title>
      {attention.length === 0 ? (
        <Paper withBorder className={classes.calm}>
          <IconCircleCheck size={20} aria-hidden />
          <Text size="sm">{t('nothing')}</Text>
        </Paper>
      ) : (
        <Paper withBorder component="ul" className={classes.reasons} aria-labelledby="attention">
          {(all ? attention : first).map((entry) => (
            <Entry key={keyOf(entry)} entry={entry} statistics={statistics} />
          ))}
          {more > 0 && (
            <li className={classes.reason}>
              <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={all}>
                {all ? t('fewer') : t('more', { count: more })}
              </Button>
            </li>
          )}
        </Paper>
      )}
    </section>
  );
}

type EntryProps = { entry: Attention; statistics: Statistics };

function Entry({ entry, statistics }: EntryProps) {
  const { text, help, href, action } = useAttentionText(statistics)(entry);
  const level = LEVELS[entry.type];
  const Icon = ICONS[level];
  return (
    <li className={classes.reason}>
      <Icon size={20} aria-hidden className={classes.level} data-level={level} />
      <div className={classes.reasonText}>
        <Text size="sm" fw={550}>
          {text}
        </Text>
        {help && (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      {entry.type === 'paused' && <ResumeQueue />}
      <Button component={Link} href={href} size="xs" variant="default" className={classes.remedy}>
        {action}
      </Button>
    </li>
  );
}

/** Steady while its figures change, so that a button does not move under the pointer's click. */
function keyOf(entry: Attention): string {
  const subject =
    'provider' in entry
      ? entry.provider.id
      : 'token' in entry
        ? entry.token.id
        : 'mailbox' in entry
          ? entry.mailbox.id
          : 'webhook' in entry
            ? entry.webhook.id
            : '';
  const pair = entry.type === 'failovers' ? `${entry.from.id} ${entry.to.id}` : '';
  const unit = 'use' in entry && 'unit' in entry.use ? entry.use.unit : '';
  return [entry.type, subject, pair, unit].join(' ');
}
