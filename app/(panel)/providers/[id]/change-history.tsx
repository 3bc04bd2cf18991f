'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import type { ProviderChange } from '@/lib/providers/health/health-schema';
import classes from './change-history.module.css';
import { ChangeSentence } from './change-sentence';
import type { DetailProps } from './detail-props';
import { HistoryCard } from './history-card';
import { RestoreWeight } from './restore-weight';

const REFRESH_MS = 10_000;

/** What changed at it by itself, and who undid it. */
export function ChangeHistory({ provider }: DetailProps) {
  const t = useTranslations('providers.changes');
  const { technical } = useMode();
  return (
    <HistoryCard
      title={t('title')}
      none={t('none')}
      more={t('more')}
      read={(limit) => apiQuery('providers/[id]/changes', { id: provider.id, limit })}
      refreshMs={REFRESH_MS}
    >
      {(changes) => (
        <ul className={classes.history}>
          {changes.map((change) => (
            <li key={change.id}>
              <Text size="sm" c="dimmed">
                <Time value={change.at} format="clock" />
              </Text>
              <div className={classes.what}>
                <Text size="sm">
                  <ChangeSentence change={change} />
                </Text>
                {technical && (
                  <Text size="xs" c="dimmed" ff="monospace">
                    {change.type} {pairs(change.detail)}
                  </Text>
                )}
              </div>
              {isUndoable(change, changes, provider.health.weightPercent) && (
                <RestoreWeight provider={provider} change={change.id} percent={Number(change.detail.from)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </HistoryCard>
  );
}

/** The last change of the weight, if it took some and nobody has given it back. */
function isUndoable(change: ProviderChange, all: ProviderChange[], weightPercent: number): boolean {
  if (change !== all.find(({ type }) => type === 'weight')) return false;
  const { from, to } = change.detail;
  return Number(to) < Number(from) && to === weightPercent;
}

/** `from=90 to=80 errors=61` */
function pairs(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) =>
      typeof value === 'object' ? pairs(value as Record<string, unknown>) : `${key}=${String(value)}`,
    )
    .join(' ');
}
