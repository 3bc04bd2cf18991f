'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useConfirm } from './confirm';
import { watchLeaving } from './watch-leaving';

/** True as long as something typed would be lost; asked in the moment somebody leaves. */
export type IsUnsaved = () => boolean;

type Leave = {
  /** May be left: nothing is unsaved, or the person gives it up. */
  ask: () => Promise<boolean>;
  /** Until the returned function is called. */
  watch: (isUnsaved: IsUnsaved) => () => void;
};

const LeaveContext = createContext<Leave>({ ask: async () => true, watch: () => () => undefined });

/** Asks before a changed form is left by a link, by Back or by closing the tab. Code that leaves by itself asks `useLeave`. */
export function LeaveProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common.leave');
  const confirm = useConfirm();
  const router = useRouter();
  const forms = useRef(new Set<IsUnsaved>());
  const asking = useRef(false);
  const [watching, setWatching] = useState(false);

  const isUnsaved = () => [...forms.current].some((each) => each());
  const ask = async () => {
    if (!isUnsaved()) return true;
    // One press of Escape is heard by every window that is open: it must not answer the question that it raised, nor raise it again.
    if (asking.current) return false;
    asking.current = true;
    await nextTask();
    const question = { title: t('title'), body: t('body'), danger: true };
    const leaves = await confirm({ ...question, confirmLabel: t('confirm'), keepLabel: t('keep') });
    void nextTask().then(() => {
      asking.current = false;
    });
    // Given up: the browser must not ask once more on the way.
    if (leaves) forms.current.clear();
    return leaves;
  };
  const watch = (each: IsUnsaved) => {
    forms.current.add(each);
    setWatching(true);
    return () => {
      forms.current.delete(each);
      setWatching(forms.current.size > 0);
    };
  };

  const latest = useRef({ isUnsaved, ask, visit: router.push });
  latest.current = { isUnsaved, ask, visit: router.push };
  const [leave] = useState<Leave>({ ask: () => latest.current.ask(), watch });
  useEffect(() => (watching ? watchLeaving(() => latest.current) : undefined), [watching]);
  return <LeaveContext value={leave}>{children}</LeaveContext>;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** For whatever leaves by code: `if (await leave()) …` */
export function useLeave(): () => Promise<boolean> {
  return useContext(LeaveContext).ask;
}

/** `router.push` that asks first. */
export function useVisit(): (href: string) => void {
  const leave = useLeave();
  const router = useRouter();
  return (href) => void leave().then((leaves) => leaves && router.push(href));
}

/** `watching`: whether it is worth while to ask `isUnsaved` at all. */
export function useLeaveWatch(watching: boolean, isUnsaved: IsUnsaved): void {
  const { watch } = useContext(LeaveContext);
  const latest = useRef(isUnsaved);
  latest.current = isUnsaved;
  useEffect(() => (watching ? watch(() => latest.current()) : undefined), [watch, watching]);
}
