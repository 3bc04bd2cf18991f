'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ActionError, useAction } from '@/components/layout/use-action';
import type { Applied } from '@/lib/configuration/apply';
import { applyDocumentAction, readDocumentAction } from './actions';
import { TOUCHED } from './touched';

export type Plan = Applied & { lines: string[] };

/** A document on its way in. A plan holds for the text that it was made of, and no other. */
export function useDocument() {
  const t = useTranslations('configuration');
  const [text, setText] = useState('');
  const [prune, setPruneTo] = useState(false);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const keep = (refusal: ActionError) => {
    setError(refusal);
    return true;
  };
  const planning = useAction(applyDocumentAction, { onSuccess: setPlan, onError: keep });
  const applying = useAction(applyDocumentAction, {
    invalidates: [...TOUCHED, 'config'],
    success: t('import.done'),
    onSuccess: setPlan,
    onError: keep,
  });
  const loading = useAction(readDocumentAction, { onSuccess: (read) => write(read.text) });

  function write(next: string) {
    setText(next);
    setPlan(null);
    setError(null);
  }
  const setPrune = (next: boolean) => {
    setPruneTo(next);
    setPlan(null);
  };
  const begin = () => {
    setError(null);
    setPlan(null);
  };
  return {
    text,
    write,
    choose: async (file: File | null) => write(file ? await file.text() : ''),
    load: () => loading.run({}),
    loading: loading.pending,
    prune,
    setPrune,
    plan,
    planned: plan?.dryRun === true,
    look: () => {
      begin();
      return planning.run({ text, dryRun: true, prune });
    },
    /** Who has read the plan has read how much goes. */
    apply: () => applying.run({ text, dryRun: false, prune, deletes: plan?.removed }),
    pending: planning.pending || applying.pending,
    error,
  };
}
