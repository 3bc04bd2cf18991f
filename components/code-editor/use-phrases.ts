'use client';

import { useTranslations } from 'next-intl';

/** CodeMirror's own words, by which it asks for them. */
const PHRASES = {
  Completions: 'completions',
  Diagnostics: 'diagnostics',
  'No diagnostics': 'noDiagnostics',
  'Fold line': 'fold',
  'Unfold line': 'unfold',
  'folded code': 'folded',
  'Folded lines': 'foldedLines',
  'Unfolded lines': 'unfoldedLines',
  unfold: 'unfold',
  to: 'to',
  'Selection deleted': 'selectionDeleted',
  'Control character': 'controlCharacter',
} as const;

export function usePhrases(): Record<string, string> {
  const t = useTranslations('common.code.phrases');
  return Object.fromEntries(Object.entries(PHRASES).map(([phrase, key]) => [phrase, t(key)]));
}
