import { BlockDocument } from '@/lib/templates/blocks/document';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { TemplateView } from '@/lib/templates/view-schema';

/** `text`: the plain text that somebody wrote by hand; null: made of the blocks. */
export type DraftText = { subject: string; preheader: string; document: BlockDocument; text: string | null };

/** What is being written: all its languages, so that undo goes back through all of them. */
export type Draft = { texts: Record<string, DraftText>; variables: VariableDeclaration[] };

/** The newest version as the editor works on it; null: a text of it was not written in blocks. */
export function draftOf({ current }: TemplateView): Draft | null {
  const texts: Draft['texts'] = {};
  for (const [language, { kind, source, subject, preheader, text }] of Object.entries(current.texts)) {
    const document = kind === 'blocks' ? readDocument(source) : null;
    if (!document) return null;
    texts[language] = { subject, preheader, document, text };
  }
  return { texts, variables: current.variables };
}

/** With those declared that were not yet. */
export function withVariables(draft: Draft, variables: VariableDeclaration[]): Draft {
  const known = new Set(draft.variables.map(({ name }) => name));
  const missing = variables.filter(({ name }) => !known.has(name));
  return missing.length === 0 ? draft : { ...draft, variables: [...draft.variables, ...missing] };
}

/** As it is saved and previewed. */
export function toTemplateText({ document, ...words }: DraftText) {
  return { ...words, kind: 'blocks' as const, source: JSON.stringify(document) };
}

export function toTemplateTexts({ texts }: Draft) {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, toTemplateText(text)] as const),
  );
}

const EMPTY = { v: 1, sections: [] };

function readDocument(source: string): BlockDocument | null {
  try {
    const read = BlockDocument.safeParse(source.trim() ? JSON.parse(source) : EMPTY);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
