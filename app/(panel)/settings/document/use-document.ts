'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useConfirm } from '@/components/layout/confirm';
import { useLeaveWatch } from '@/components/layout/leave';
import { type ActionError, useAction } from '@/components/layout/use-action';
import type { Applied } from '@/lib/configuration/apply';
import type { Place } from '@/lib/configuration/plan';
import type { Choices } from '@/lib/configuration/three-way/merge';
import { applyDocumentAction, openDocumentAction } from './actions';
import { convert, type Format, formatOf } from './format';
import { TOUCHED } from './touched';

export type Plan = Applied & { lines: string[] };

/** `saved`: as it was opened. `base`: the version that it was written over; null: a file, which is of none. */
type Written = { text: string; saved: string; base: number | null };

const NOTHING_YET: Written = { text: '', saved: '', base: null };

/** A document on its way in. A plan holds for the text that it was made of, and no other. */
export function useDocument() {
  const t = useTranslations('configuration');
  const confirm = useConfirm();
  const [written, setWritten] = useState(NOTHING_YET);
  const [only, setOnly] = useState<Place | null>(null);
  const [format, setFormat] = useState<Format>('yaml');
  const [prune, setPruneTo] = useState(false);
  const { plan, error, choices, begin, ...outcome } = usePlan();
  const planning = useAction(applyDocumentAction, { onSuccess: outcome.setPlan, onError: outcome.keep });
  const applying = useAction(applyDocumentAction, {
    invalidates: [...TOUCHED, 'config'],
    success: t('import.done'),
    onSuccess: (done) => void afterwards(done),
    onError: outcome.keep,
  });
  const opening = useAction(openDocumentAction);
  const { text, saved, base } = written;
  const edited = text !== saved;
  useLeaveWatch(edited && text !== '', () => true);

  const write = (next: string) => {
    setWritten((now) => ({ ...now, text: next }));
    begin();
  };
  const set = (next: Written) => {
    setWritten(next);
    setFormat(formatOf(next.text, format));
  };
  async function open(as: Format = format) {
    const answer = await opening.run({ format: as, ...(only && { only }) });
    if (answer.ok) set({ text: answer.data.text, saved: answer.data.text, base: answer.data.base });
    return answer.ok;
  }
  /** As it is now, with what others have changed, and with secrets only named. */
  async function afterwards(done: Plan) {
    if (base === null) setWritten((now) => ({ ...now, saved: now.text }));
    else await open();
    outcome.setPlan(done);
  }
  const mayReplace = async () =>
    !edited ||
    text === '' ||
    confirm({
      title: t('editor.replace.title'),
      body: t('editor.replace.body'),
      confirmLabel: t('editor.replace.confirm'),
      keepLabel: t('editor.replace.keep'),
      danger: true,
    });
  const asked = () => ({ text, prune, choices, ...(base !== null && { base }) });
  return {
    ...{ text, edited, base, write, only, setOnly, format, prune, plan, error, choices },
    choose: outcome.choose,
    take: async (file: File | null) => {
      begin();
      set({ ...NOTHING_YET, text: file ? await file.text() : '' });
    },
    load: async () => {
      if (!(await mayReplace())) return;
      begin();
      await open();
    },
    loading: opening.pending,
    changeFormat: async (next: Format) => {
      const [converted, before] = await Promise.all([convert(text, next), convert(saved, next)]);
      if (converted === null || before === null) return;
      setWritten({ text: converted, saved: before, base });
      setFormat(next);
      begin();
    },
    setPrune: (next: boolean) => {
      setPruneTo(next);
      begin();
    },
    planned: plan?.dryRun === true,
    look: () => {
      outcome.clear();
      return planning.run({ ...asked(), dryRun: true });
    },
    /** Who has read the plan has read how much goes. */
    apply: () => applying.run({ ...asked(), dryRun: false, deletes: plan?.removed }),
    pending: planning.pending || applying.pending,
  };
}

function usePlan() {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const clear = () => {
    setPlan(null);
    setError(null);
  };
  return {
    ...{ plan, setPlan, error, choices, clear },
    choose: (path: string, side: 'mine' | 'theirs') => setChoices((now) => ({ ...now, [path]: side })),
    keep: (refusal: ActionError) => {
      setError(refusal);
      return true;
    },
    begin: () => {
      clear();
      setChoices({});
    },
  };
}
