'use client';

import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Query, QueryState } from '@/components/table/query-state';
import { NotFoundNotice } from './notice';
import { PageHeader } from './page-header';
import { type Back, WayBack } from './way-back';

type Head = {
  title: ReactNode;
  /** Where it stands: a badge, a sentence. */
  state?: ReactNode;
  /** The main ones; the rest in a menu. */
  actions?: ReactNode;
};

type Props<T> = {
  query: Query<T>;
  /** What it is, as long as its name is not known: "Provider". */
  kind: string;
  back: Back;
  head: (data: T) => Head;
  /** Its parts, one under the other; `Columns` puts two beside each other. */
  children: (data: T) => ReactNode;
};

/** The one shell of a page about one thing: way back, title, state and actions, then what there is to say. */
export function DetailScreen<T>({ query, kind, back, head, children }: Props<T>) {
  // Nothing to try again: it was deleted, or never was.
  if (query.data === undefined && (query.error as { code?: unknown } | null)?.code === 'not_found')
    return <NotFoundNotice way={back} />;
  const way = <WayBack {...back} />;
  return (
    <QueryState query={query} heading={<PageHeader above={way} title={kind} />}>
      {(data) => {
        const { title, state, actions } = head(data);
        return (
          <>
            <PageHeader above={way} title={title} description={state} actions={actions} />
            <Stack gap="lg">{children(data)}</Stack>
          </>
        );
      }}
    </QueryState>
  );
}
