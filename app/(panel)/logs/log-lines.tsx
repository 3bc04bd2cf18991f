'use client';

import { Paper, Text } from '@mantine/core';
import { IconAlertTriangle, IconBug, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { Tone } from '@/components/tones';
import type { LogEntry, LogLevel } from '@/lib/logs/schema';
import classes from './log-lines.module.css';

const LEVELS: Record<LogLevel, { tone: Tone; icon: typeof IconBug }> = {
  debug: { tone: 'quiet', icon: IconBug },
  info: { tone: 'quiet', icon: IconInfoCircle },
  warn: { tone: 'warn', icon: IconAlertTriangle },
  error: { tone: 'bad', icon: IconCircleX },
};

/** The newest first; what else a line says opens below it. */
export function LogLines({ entries }: { entries: LogEntry[] }) {
  const t = useTranslations('workers.logs');
  return (
    <Paper withBorder component="ul" className={classes.lines} aria-label={t('lines')}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.line}>
          <Line entry={entry} />
        </li>
      ))}
    </Paper>
  );
}

function Line({ entry }: { entry: LogEntry }) {
  if (entry.fields === null)
    return (
      <div className={classes.head}>
        <Head entry={entry} />
      </div>
    );
  return (
    <details>
      <summary className={classes.head}>
        <Head entry={entry} />
      </summary>
      <pre className={classes.fields}>{pretty(entry.fields)}</pre>
    </details>
  );
}

function Head({ entry: { at, level, process, host, pid, text } }: { entry: LogEntry }) {
  const t = useTranslations('workers.logs');
  const { tone, icon } = LEVELS[level];
  return (
    <>
      <time dateTime={at} className={classes.time}>
        {clock(at)}
      </time>
      <StateBadge tone={tone} icon={icon}>
        {t(`levels.${level}`)}
      </StateBadge>
      <Text component="span" size="xs" c="dimmed" title={t('where', { host, pid: String(pid) })}>
        {t(`kinds.${process}`)}
      </Text>
      <span className={classes.text}>{text}</span>
    </>
  );
}

/** As on the clock of who reads, to the millisecond: lines are compared by it. */
function clock(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** A long one was cut, and is no JSON any more. */
function pretty(fields: string): string {
  try {
    return JSON.stringify(JSON.parse(fields), null, 2);
  } catch {
    return fields;
  }
}
