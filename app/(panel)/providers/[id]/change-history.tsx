'use client';

import { Button, Card, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import type { ProviderChange } from '@/lib/providers/health-schema';
import classes from './change-history.module.css';
import { ChangeSentence } from './change-sentence';
import type { DetailProps } from './detail-props';
import { RestoreWeight } from './restore-weight';

const SHOWN = 5;
const MOST = 100;
const REFRESH_MS = 10_000;

/** What changed at it by itself, and who undid it. */
export function ChangeHistory({ provider, canEdit }: DetailProps) {
  const t = useTranslations('providers.changes');
  const { technical } = useMode();
  const [limit, setLimit] = useState(SHOWN);
  const path = `providers/${provider.id}/changes?limit=${limit}`;
  const query = useQuery({
    ...apiQuery<{ data: ProviderChange[]; nextCursor: string | null }>(path),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Card component="section" aria-labelledby="changes">
      <Title order={2} id="changes">
        {t('title')}
      </Title>
      <QueryState query={query}>
        {({ data, nextCursor }) => (
          <>
            {data.length === 0 && (
              <Text size="sm" c="dimmed" mt="xs">
                {t('none')}
              </Text>
            )}
            <ul className={classes.history}>
              {data.map((change) => (
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
                  {isUndoable(change, data, provider.health.weightPercent) && (
                    <RestoreWeight
                      provider={provider}
                      canEdit={canEdit}
                      change={change.id}
                      percent={Number(change.detail.from)}
                    />
                  )}
                </li>
              ))}
            </ul>
            {nextCursor && limit < MOST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </Card>
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
