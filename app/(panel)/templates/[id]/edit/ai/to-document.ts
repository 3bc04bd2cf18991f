import type { Drafted } from '@/lib/ai/jobs/schema';
import type { Wording } from '@/lib/ai/words/pieces';
import type { Block, BlockDocument } from '@/lib/templates/blocks/document';
import { newSection } from '@/lib/templates/blocks/edits';
import { BLOCKS } from '@/lib/templates/blocks/registry';
import { richText } from '@/lib/templates/blocks/rich-text/write';

/** A draft in the look of what stands there, with its head and its foot. */
export function toDocument(now: BlockDocument, { subject, preheader, blocks }: Drafted): Wording {
  const section = { ...newSection({ ...now, sections: [] }, 1), id: 'draft' };
  section.columns[0]!.blocks = [
    BLOCKS.header.schema.parse({ id: 'dhead', kind: 'header' }),
    ...blocks.map((block, index) => toBlock(block, `d${index}`)),
    BLOCKS.footer.schema.parse({ id: 'dfoot', kind: 'footer' }),
  ];
  return { subject, preheader, document: { ...now, sections: [section] } };
}

function toBlock({ kind, text, href }: Drafted['blocks'][number], id: string): Block {
  if (kind === 'heading') return BLOCKS.heading.schema.parse({ id, kind, text });
  if (kind === 'button') return BLOCKS.button.schema.parse({ id, kind, label: text, href });
  return BLOCKS[kind].schema.parse({ id, kind, content: richText(text) }) as Block;
}
