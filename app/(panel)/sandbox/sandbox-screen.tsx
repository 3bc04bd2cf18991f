'use client';

import { Paper } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { EmptyState } from '@/components/table/empty-state';
import { Pager } from '@/components/table/pager';
import { QueryState } from '@/components/table/query-state';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { MagicAddresses } from './magic-addresses';
import { MailList } from './mail-list';
import { MailReader } from './mail-reader';
import classes from './sandbox.module.css';

const REFRESH_MS = 3_000;

/** Captured messages as a reader would see them: list and reader side by side, one at a time on a phone. */
export function SandboxScreen({ compose }: { compose: ReactNode }) {
  const t = useTranslations('sandbox');
  const paging = useCursorStack();
  const [openId, setOpenId] = useQueryState('message', parseAsString.withOptions({ history: 'push' }));
  const query = useQuery({
    ...apiQuery('sandbox-messages', { cursor: paging.cursor }),
    refetchInterval: pollEvery(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={query}>
      {({ data, nextCursor }) => {
        if (data.length === 0 && paging.atNewest)
          return (
            <Paper withBorder>
              <EmptyState icon={<IconInbox size={22} />} title={t('empty.title')} action={compose}>
                {t('empty.text')}
              </EmptyState>
              <MagicAddresses />
            </Paper>
          );
        const open = data.find((row) => row.id === openId) ?? null;
        return (
          <>
            <Paper withBorder className={classes.panes} data-open={open !== null || undefined}>
              <div className={classes.listPane}>
                <MailList rows={data} openId={open?.id ?? null} onOpen={(id) => void setOpenId(id)} />
              </div>
              <div className={classes.readerPane}>
                <MailReader row={open} onClose={() => void setOpenId(null)} />
              </div>
            </Paper>
            <Pager paging={paging} nextCursor={nextCursor} />
          </>
        );
      }}
    </QueryState>
  );
}
