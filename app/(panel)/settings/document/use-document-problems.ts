'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodeProblem } from '@/components/code-editor/props';
import { useFieldMessage } from '@/components/form/use-field-message';
import type { ActionError } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { FieldError } from '@/lib/errors';
import { checkDocumentAction } from './actions';

const PAUSE_MS = 600;

/** What is wrong with the text, asked of the server, which reads it by the same code; and what was refused of it, as long as it stands there. */
export function useDocumentProblems(text: string, refused: ActionError | null): CodeProblem[] {
  const t = useTranslations('configuration.import');
  const say = useFieldMessage();
  const locked = useLocked('config.read', SHARED);
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const [found, setFound] = useState<FieldError[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    const turn = ++asked.current;
    if (locked) return;
    checkDocumentAction({ text: settled })
      .then((answer) => {
        // An older answer must not replace a newer one.
        if (turn === asked.current) setFound(answer.ok ? [] : (answer.error.errors ?? []));
      })
      .catch(() => undefined);
  }, [settled, locked]);
  return useMemo(() => {
    const all = refused?.errors?.length ? refused.errors : found;
    return all
      .filter(({ params }) => params.line !== undefined)
      .map(({ path, params, ...flaw }) => ({
        line: Number(params.line),
        message: `${path ? t('atLine', { path, line: params.line! }) : t('line', { line: params.line! })}: ${say({ ...flaw, params })}`,
        level: 'error' as const,
      }));
  }, [found, refused, say, t]);
}
