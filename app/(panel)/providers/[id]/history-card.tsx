'use client';

import { Button, Text } from '@mantine/core';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';

const SHOWN = 5;
const MOST = 100;

type Page<Row> = { data: Row[]; nextCursor: string | null };

type Props<Row> = {
  title: string;
  none: string;
  more: string;
  /** So many of a list, newest first. */
  read: (limit: number) => UseQueryOptions<Page<Row>, Error, Page<Row>, string[]>;
  refreshMs?: number;
  /** The rows, in a list. */
  children: (rows: Row[]) => ReactNode;
};

/** The newest few of a history, and the rest on demand. */
export function HistoryCard<Row>({ title, none, more, read, refreshMs, children }: Props<Row>) {
  const [limit, setLimit] = useState(SHOWN);
  const query = useQuery({
    ...read(limit),
    refetchInterval: refreshMs,
  });
  return (
    <SectionCard title={title}>
      <QueryState query={query}>
        {({ data, nextCursor }) => (
          <>
            {data.length === 0 ? (
              <Text size="sm" c="dimmed">
                {none}
              </Text>
            ) : (
              children(data)
            )}
            {nextCursor && limit < MOST && (
              <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setLimit(MOST)}>
                {more}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </SectionCard>
  );
}
