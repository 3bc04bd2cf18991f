'use client';

import { useMemo } from 'react';
import { CodeField } from '@/components/code-editor/code-field';
import type { CodeProblem } from '@/components/code-editor/props';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { liquidLanguage } from './liquid-language';

type Props = {
  name: string;
  label: string;
  description: string;
  kind: 'mjml' | 'html';
  variables: VariableDeclaration[];
  problems: CodeProblem[];
};

/** The body of a template as it is written. */
export function SourceEditor({ kind, variables, ...field }: Props) {
  const known = JSON.stringify(variables.map(({ name, type }) => ({ name, type })));
  const language = useMemo(() => liquidLanguage(kind, JSON.parse(known)), [kind, known]);
  return <CodeField {...field} language={language} />;
}
