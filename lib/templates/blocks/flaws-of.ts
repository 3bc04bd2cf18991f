import type { FieldError } from '@/lib/errors';
import { fieldErrorsOf } from '@/lib/field-errors';
import { BlockDocument } from './document';
import { columnsOf } from './edits';

/** `node`: the id of the block or section that it is in. */
export type DocumentFlaw = FieldError & { node: string | null };

/** What is wrong with a document, by the block that it is in. */
export function flawsOf(document: BlockDocument): DocumentFlaw[] {
  const parsed = BlockDocument.safeParse(document, { reportInput: true });
  if (parsed.success) return [];
  return fieldErrorsOf(parsed.error).map((error) => ({ ...error, node: nodeAt(document, error.path) }));
}

function nodeAt({ sections }: BlockDocument, path: string): string | null {
  const [, at, , column, , index] = path.split('.');
  const section = path.startsWith('sections.') ? sections[Number(at)] : undefined;
  if (!section) return null;
  const block = columnsOf(section)[Number(column)]?.blocks[Number(index)];
  return block?.id ?? section.id;
}

/** The first block that has those words in it, such as a variable that nobody declared. */
export function blockWith({ sections }: BlockDocument, words: string): string | null {
  for (const section of sections)
    for (const { blocks } of columnsOf(section))
      for (const block of blocks) if (JSON.stringify(block).includes(words)) return block.id;
  return null;
}
