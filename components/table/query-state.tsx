'use client';

import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from './notice';

export type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

type Props<T> = {
  query: Query<T>;
  /** Drawn while the first answer is awaited; a few grey bars otherwise. */
  skeleton?: ReactNode;
  /** The page's title as long as there is no data to name it. */
  heading?: ReactNode;
  children: (data: T) => ReactNode;
};

/**
 * Shows what a query knows. A failed query never looks like an empty list; data that we still have stays on the page
 * under a note that it may be old.
 */
export function QueryState<T>({ query, skeleton, heading, children }: Props<T>) {
  if (query.data === undefined) {
    return (
      <>
        {heading}
        {query.error ? <QueryFailed query={query} stale={false} /> : (skeleton ?? <Bars />)}
      </>
    );
  }
  return (
    <>
      {query.error ? <QueryFailed query={query} stale /> : null}
      {children(query.data)}
    </>
  );
}

function QueryFailed({ query, stale }: { query: Query<unknown>; stale: boolean }) {
  const t = useTranslations('common.query');
  const tErrors = useTranslations('errors');
  const code = errorCode(query.error);
  return (
    <Notice
      role="alert"
      tone={stale ? 'warn' : 'bad'}
      mb={stale ? 'md' : undefined}
      icon={<IconAlertTriangle aria-hidden />}
      title={stale ? t('stale') : t('failed')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{tErrors.has(code as never) ? tErrors(code as never) : t('unknown')}</Text>
        <Button size="xs" variant="default" onClick={() => query.refetch()}>
          {t('retry')}
        </Button>
      </Stack>
    </Notice>
  );
}

function Bars() {
  const t = useTranslations('common.query');
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      <Skeleton height={18} width="40%" />
      <Skeleton height={18} />
      <Skeleton height={18} width="85%" />
      <Skeleton height={18} width="60%" />
    </Stack>
  );
}

function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'offline';
}
