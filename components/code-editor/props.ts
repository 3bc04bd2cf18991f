import type { Extension } from '@codemirror/state';
import type { ReactNode, Ref } from 'react';

/** `message` says by itself which line it is of. */
export type CodeProblem = { line: number; message: string; level: 'error' | 'warning' };

export type CodeEditorProps = {
  label: string;
  description?: string;
  error?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Its language, and what it completes; the same object as long as they are the same. */
  language: Extension;
  /** What is wrong with it, where the line is known. */
  problems?: CodeProblem[];
  readOnly?: boolean;
  focus?: Ref<{ focus: () => void }>;
};
