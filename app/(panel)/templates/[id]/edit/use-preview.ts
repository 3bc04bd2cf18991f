'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { blockWith, type DocumentFlaw, flawsOf } from '@/lib/templates/blocks/flaws-of';
import type { DraftPreview } from '@/lib/templates/preview-draft';
import { previewDraftAction } from './actions';
import { type Draft, toTemplateText } from './draft';

const PAUSE_MS = 150;

/** How it will look: asked of the server, which sends by the same code. The last one that could be shown stays while a field is wrong. */
export function usePreview(id: string, draft: Draft, language: string) {
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const [shown, setShown] = useState<DraftPreview | null>(null);
  const [told, setTold] = useState<DraftPreview['problems']>([]);
  const asked = useRef(0);
  const text = settled.texts[language];
  const flaws = useMemo(() => (text ? flawsOf(text.document) : []), [text]);
  const isWhole = flaws.length === 0;
  useEffect(() => {
    const turn = ++asked.current;
    if (!text || !isWhole) return setTold([]);
    const input = { id, language, text: toTemplateText(text), variables: settled.variables };
    previewDraftAction(input)
      .then((answer) => {
        // An older answer must not replace a newer one.
        if (turn !== asked.current) return;
        if (!answer.ok) return setTold(answer.error.errors ?? []);
        setTold(answer.data.problems);
        if (answer.data.problems.length === 0) setShown(answer.data);
      })
      .catch(() => undefined);
  }, [id, text, isWhole, settled.variables, language]);

  const problems = useMemo((): DocumentFlaw[] => {
    if (!text) return [];
    const placed = told.map((problem) => {
      const words = problem.params.name ?? problem.params.shown;
      return { ...problem, node: words ? blockWith(text.document, String(words)) : null };
    });
    return [...flaws, ...placed];
  }, [flaws, told, text]);
  return { shown, problems };
}
