import { curl } from './curl';
import { php } from './php';
import { python } from './python';
import type { SampleRequest } from './request';
import { typescript } from './typescript';

export type SampleLanguage = { id: string; label: string; write: (request: SampleRequest) => string };

/** In which languages every request is shown, in the document and in the panel. */
export const SAMPLE_LANGUAGES: SampleLanguage[] = [
  { id: 'shell', label: 'curl', write: curl },
  { id: 'typescript', label: 'TypeScript', write: typescript },
  { id: 'python', label: 'Python', write: python },
  { id: 'php', label: 'PHP', write: php },
];
