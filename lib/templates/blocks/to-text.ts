import type { Drawing } from './block';
import { flowAround } from './condition';
import type { Block, BlockDocument } from './document';
import { drawnOf } from './expand';
import { shadesOf } from './look/surfaces';
import { BLOCKS, type BlockKindName } from './registry';
import type { Around } from './to-mjml';

/** The same document without HTML, as Liquid. An empty line between blocks. */
export function toText(document: BlockDocument, around: Around): string {
  const { look } = document;
  const accent = look.accent ?? around.brand.color;
  const drawing: Drawing = {
    ...around,
    look,
    accent,
    surface: 'plain',
    width: look.width,
    shades: (surface) => shadesOf(surface, accent, look.page),
  };
  const parts = drawnOf(document, around.components, around.within).map(({ section, around: within }) => {
    const blocks = section.columns.flatMap(({ blocks }) => blocks.map((block) => tellBlock(block, drawing)));
    return wrap([...within, section].map(flowAround), blocks.join(''));
  });
  return parts.join('').trimEnd();
}

/** Empty lines stand within its conditions, so that what is not shown leaves none behind. */
function tellBlock(block: Block, drawing: Drawing): string {
  const kind = BLOCKS[block.kind as BlockKindName] as unknown as {
    toText: (props: Block, drawing: Drawing) => string;
  };
  const said = kind.toText(block, drawing);
  return said ? wrap([flowAround(block)], `${said}\n\n`) : '';
}

function wrap(flows: ReturnType<typeof flowAround>[], inner: string): string {
  const before = flows.flatMap(({ before }) => before).join('');
  const after = flows
    .toReversed()
    .flatMap(({ after }) => after)
    .join('');
  return before + inner + after;
}
