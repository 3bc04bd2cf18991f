'use client';

import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { QueryState } from '@/components/table/query-state';

const SHOWN = 5;
const MOST = 100;

type Props<Row> = {
  title: string;
  none: string;
  more: string;
  /** Of a list, newest first. */
  path: string;
  refreshMs?: number;
  /** The rows, in a list. */
  children: (rows: Row[]) => ReactNode;
};

/** The newest few of a history, and the rest on demand. */
export function HistoryCard<Row>({ title, none, more, path, refreshMs, children }: Props<Row>) {
  const [limit, setLimit] = useState(SHOWN);
  const query = useQuery({
    ...apiQuery<{ data: Row[]; nextCursor: string | null }>(`${path}?limit=${limit}`),
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
