'use client';

import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useNotify } from '@/components/layout/use-notify';
import { STATUSES, type Status } from '@/lib/messages/status';
import { cancelMessagesAction, resendMessagesAction } from './actions';

export type Chosen = { ids: string[] } | { match: Record<string, string> };

/** More than that is a case for the command, which no browser has to wait for. */
const MOST = 10_000;
const REFRESHED = { invalidates: ['messages', 'queue', 'status'] };

type Refused = Partial<Record<Status, number>>;

/** Counts what can be done first, asks, does it, and tells what could not be done and why. */
export function useActOnMany(onDone: () => void) {
  const t = useTranslations('messages.selection');
  const tStatus = useTranslations('messages.status');
  const confirm = useConfirm();
  const notify = useNotify();
  const cancel = useAction(cancelMessagesAction, REFRESHED);
  const resend = useAction(resendMessagesAction, REFRESHED);

  const why = (refused: Refused = {}) =>
    STATUSES.filter((status) => refused[status])
      .map((status) => t('inState', { count: refused[status]!, state: tStatus(status) }))
      .join(', ');
  const tell = (verb: 'cancel' | 'resend', done: number, matched: number, refused: Refused = {}) => {
    const others = Object.values(refused).reduce((sum, count) => sum + count, 0) + matched - done;
    const reasons = why(refused) || t('meanwhile');
    notify(
      [t(`${verb}.done`, { count: done }), others > 0 && t('others', { count: others, reasons })]
        .filter(Boolean)
        .join(' '),
      done > 0 ? 'good' : 'quiet',
    );
  };

  const ask = async (verb: 'cancel' | 'resend', chosen: Chosen) => {
    const input = { ...chosen, limit: MOST } as { ids: string[]; limit: number };
    const run = verb === 'cancel' ? cancel.run : resend.run;
    const counted = await run({ ...input, dryRun: true });
    if (!counted.ok) return;
    const { matched, refused } = counted.data;
    if (matched === 0) return notify(t('nothing', { reasons: why(refused) || t('none') }));
    const left = why(refused);
    const question = {
      title: t(`${verb}.title`, { count: matched }),
      body: [t(`${verb}.body`), left && t('left', { reasons: left })].filter(Boolean).join(' '),
      confirmLabel: t(`${verb}.confirm`, { count: matched }),
      keepLabel: t(`${verb}.keep`, { count: matched }),
      danger: verb === 'cancel',
    };
    if (!(await confirm(question))) return;
    const result = await run(input);
    if (!result.ok) return;
    const { data } = result;
    tell(verb, 'canceled' in data ? data.canceled : data.resent, data.matched, data.refused);
    onDone();
  };

  return {
    cancel: (chosen: Chosen) => void ask('cancel', chosen),
    resend: (chosen: Chosen) => void ask('resend', chosen),
    pending: cancel.pending || resend.pending,
  };
}
