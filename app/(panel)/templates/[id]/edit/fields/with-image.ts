import type { ImageView } from '@/lib/images/schema';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import { changeNode, type Node } from '@/lib/templates/blocks/edits';
import { BLOCKS } from '@/lib/templates/blocks/registry';

/** The picture in the block, in its proportions. Words that only held the place give way: who looks is to say what this one shows. */
export function withImage(
  document: BlockDocument,
  { block }: Extract<Node, { type: 'block' }>,
  { url, width, height }: ImageView,
): BlockDocument {
  const said = (block as { alt?: string }).alt;
  const isPlaceholder = (['en', 'es'] as const).some(
    (language) => BLOCKS.image.defaults(language).alt === said,
  );
  const ratio = Math.min(3, Math.max(0.05, Math.round((height / width) * 1000) / 1000));
  return changeNode(document, block.id, { src: url, ratio, ...(isPlaceholder && { alt: '' }) });
}
