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

type ByState = Partial<Record<Status, number>>;
type Verb = 'cancel' | 'resend';

/** Counts what can be done first, asks, does it, and tells what could not be done and why. */
export function useActOnMany(onDone: () => void) {
  const t = useTranslations('messages.selection');
  const tStatus = useTranslations('messages.status');
  const confirm = useConfirm();
  const notify = useNotify();
  const cancel = useAction(cancelMessagesAction, REFRESHED);
  const resend = useAction(resendMessagesAction, REFRESHED);

  const why = (verb: Verb, refused: ByState = {}) =>
    STATUSES.filter((status) => refused[status])
      .map((status) => {
        const count = refused[status]!;
        // It is no matter of its state: others in it can be sent for real.
        if (verb === 'resend' && status === 'captured') return t('onlyTest', { count });
        return t('inState', { count, state: tStatus(status) });
      })
      .join(', ');
  const tell = (verb: Verb, done: number, matched: number, refused: ByState = {}) => {
    const others = Object.values(refused).reduce((sum, count) => sum + count, 0) + matched - done;
    const reasons = why(verb, refused) || t('meanwhile');
    notify(
      [t(`${verb}.done`, { count: done }), others > 0 && t('others', { count: others, reasons })]
        .filter(Boolean)
        .join(' '),
      done > 0 ? 'good' : 'quiet',
    );
  };

  const ask = async (verb: Verb, chosen: Chosen) => {
    const input = { ...chosen, limit: MOST } as { ids: string[]; limit: number };
    const run = verb === 'cancel' ? cancel.run : resend.run;
    const counted = await run({ ...input, dryRun: true });
    if (!counted.ok) return;
    const { matched, refused } = counted.data;
    if (matched === 0) return notify(t('nothing', { reasons: why(verb, refused) || t('none') }));
    const left = why(verb, refused);
    const captured = ('captured' in counted.data && counted.data.captured) || 0;
    const words = captured === matched ? 'forReal' : verb;
    const body = [
      t(`${words}.body`),
      captured > 0 && words !== 'forReal' && t('forReal.also', { count: captured }),
      left && t('left', { reasons: left }),
    ];
    const question = {
      title: t(`${words}.title`, { count: matched }),
      body: body.filter(Boolean).join(' '),
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
