'use client';

import { json } from '@codemirror/lang-json';
import { CodeField } from '@/components/code-editor/code-field';

type Props = { name: string; label: string; description: string };

const LANGUAGE = json();

/** What a template declares, as its JSON. */
export function VariablesEditor(props: Props) {
  return <CodeField {...props} language={LANGUAGE} />;
}
