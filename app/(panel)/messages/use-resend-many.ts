'use client';

import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useNotify } from '@/components/layout/use-notify';
import type { ResendInput } from '@/lib/messages/schema';
import { resendMessagesAction } from './actions';

type Filter = NonNullable<z.input<typeof ResendInput>['filter']> & {
  q?: string;
  category?: string;
  finishedSince?: string;
  /** Parked until somebody decides, and nothing else. */
  held?: boolean;
};

/** More than that is a case for `./relevo message resend`, which no browser has to wait for. */
const MOST = 10_000;

/** Counts first, says how many it would be, and sends them again only after a yes. */
export function useResendMany() {
  const t = useTranslations('messages.resendMany');
  const confirm = useConfirm();
  const notify = useNotify();
  const dryRun = useAction(resendMessagesAction);
  const resend = useAction(resendMessagesAction, {
    invalidates: ['messages', 'queue', 'status'],
    success: ({ resent }) => t('done', { count: resent }),
  });

  const ask = async (filter: Filter) => {
    const input = toInput(filter);
    const counted = await dryRun.run({ ...input, limit: MOST, dryRun: true });
    if (!counted.ok) return;
    const { matched } = counted.data;
    if (matched === 0) return notify(t('nothing'));
    const count = Math.min(matched, MOST);
    const question = {
      title: t('title', { count }),
      body: [t(bodyOf(filter)), matched > MOST && t('most', { matched, count })].filter(Boolean).join(' '),
      confirmLabel: t('confirm', { count }),
      keepLabel: t('keep', { count }),
    };
    if (await confirm(question)) await resend.run({ ...input, limit: MOST });
  };

  return { ask, pending: dryRun.pending || resend.pending };
}

/** What only the list filters by goes the way of the list. */
function toInput(filter: Filter): z.input<typeof ResendInput> {
  const { category, status, held, ...match } = filter;
  if (!held && !filter.q && !category && !filter.finishedSince) return { filter: { ...match, status } };
  return {
    match: { ...match, category: category as 'marketing', status: held ? 'held' : status?.join(',') },
  };
}

/** A person should know what a repetition of these may mean. */
function bodyOf({ status }: Filter) {
  if (status?.includes('uncertain')) return 'bodyUncertain';
  if (status?.includes('captured')) return 'bodyCaptured';
  return status?.includes('bounced') ? 'bodyBounced' : 'body';
}
