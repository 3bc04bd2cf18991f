'use client';

import { useDebouncedCallback } from '@mantine/hooks';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useRef, useState } from 'react';
import { type ActionError, useAction } from '@/components/layout/use-action';
import { DRAFT_STEPS, type DraftStep, type ProviderDraft } from '@/lib/providers/draft-schema';
import type { ProviderInput, ProviderView } from '@/lib/providers/schema';
import { dropDraftAction, saveDraftAction } from '../actions';
import { openStep } from './wizard-steps';
import { NEW_DRAFT, toDraftValues } from './wizard-values';

const SAVE_AFTER_MS = 400;

export type WizardStart = { draft: ProviderDraft; provider: ProviderView | null };
export type Wizard = ReturnType<typeof useWizard>;

/** Where one is and what was typed. The step is in the URL, for the browser's Back; the rest is kept on the server as one types. */
export function useWizard(start: WizardStart) {
  const [draft, setDraft] = useState(start.draft);
  // Two changes in one go must not lose the first.
  const latest = useRef(start.draft);
  const [provider, setProvider] = useState(start.provider);
  // Only in the memory of this page: a draft has no place for them.
  const [secrets, setSecrets] = useState<ProviderInput['secrets']>({});
  const [wanted, setWanted] = useQueryState(
    'step',
    parseAsStringLiteral(DRAFT_STEPS).withOptions({ history: 'push' }),
  );
  const step = openStep(draft, wanted ?? draft.step);
  const save = useAction(saveDraftAction, { onError: () => true });
  const drop = useAction(dropDraftAction, { onError: () => true });
  const [kept, setKept] = useState<'saved' | 'saving' | 'failed' | 'gone'>('saved');
  const store = async (next: ProviderDraft) => {
    const answer = await save.run(next);
    if (latest.current === next) setKept(answer.ok ? 'saved' : whyNot(answer.error));
  };
  const saveSoon = useDebouncedCallback((next: ProviderDraft) => void store(next), {
    delay: SAVE_AFTER_MS,
    flushOnUnmount: true,
  });

  const change = (changes: Partial<ProviderDraft>, saving: 'soon' | 'now' = 'now') => {
    const next = { ...latest.current, ...changes, round: latest.current.round };
    latest.current = next;
    setDraft(next);
    setKept('saving');
    saveSoon.cancel();
    if (saving === 'soon') saveSoon(next);
    else void store(next);
  };

  return {
    draft,
    provider,
    secrets,
    step,
    kept,
    change,
    go: (to: DraftStep, changes: Partial<ProviderDraft> = {}) => {
      change({ ...changes, step: to });
      void setWanted(to);
    },
    type: (values: ProviderInput) => {
      setSecrets(values.secrets);
      change({ values: toDraftValues(values) }, 'soon');
    },
    /** The server has it now, secrets included. */
    saved: (next: ProviderView | null) => {
      setProvider(next);
      setSecrets({});
    },
    /** Nothing left to continue: the provider is in use, or was thrown away. */
    forget: async () => {
      saveSoon.cancel();
      setKept('saved');
      const answer = await drop.run({});
      latest.current = { ...NEW_DRAFT, round: answer.ok ? answer.data.round : latest.current.round };
      setDraft(latest.current);
      setProvider(null);
      setSecrets({});
    },
    setStep: (to: DraftStep | null) => void setWanted(to),
  };
}

function whyNot({ code }: ActionError): 'failed' | 'gone' {
  return code === 'changed_meanwhile' ? 'gone' : 'failed';
}
