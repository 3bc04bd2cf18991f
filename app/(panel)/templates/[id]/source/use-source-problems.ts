'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CodeProblem } from '@/components/code-editor/props';
import type { FieldError } from '@/lib/errors';
import type { TemplateText } from '@/lib/templates/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { previewDraftAction } from '../edit/actions';

const PAUSE_MS = 400;

type Written = { id: string; language: string; text: TemplateText; variables: VariableDeclaration[] };

/** What would keep the text from being shown, asked of the server, which sends by the same code; each at its line. */
export function useSourceProblems(written: Written): CodeProblem[] {
  const t = useTranslations('flaws');
  const told = JSON.stringify(written);
  const [settled] = useDebouncedValue(told, PAUSE_MS);
  const [found, setFound] = useState<FieldError[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    const turn = ++asked.current;
    const draft = JSON.parse(settled) as Written;
    previewDraftAction(draft)
      .then((answer) => {
        // An older answer must not replace a newer one.
        if (turn === asked.current) setFound(answer.ok ? answer.data.problems : (answer.error.errors ?? []));
      })
      .catch(() => undefined);
  }, [settled]);
  return useMemo(
    () =>
      found
        .filter(
          ({ path }) => path.endsWith('.source') || path === 'variables' || path.startsWith('variables.'),
        )
        .map(({ code, params, message }) => ({
          line: Number(params?.line ?? 1),
          message: t.has(code as never) ? t(code as never, params as never) : message,
          level: 'error' as const,
        })),
    [found, t],
  );
}
