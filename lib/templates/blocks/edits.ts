import type { Language } from './block';
import type { Block, BlockDocument, Column, ColumnsSection, Section } from './document';
import { BLOCKS, type BlockKindName } from './registry';

/** Where a block stands, or would: the section, its column, before which block. */
export type Place = { section: number; column: number; index: number };
export type Node =
  | { type: 'section'; section: Section; at: number }
  | { type: 'block'; block: Block; at: Place };

/** The section or block of that id. */
export function findNode({ sections }: BlockDocument, id: string): Node | null {
  for (const [at, section] of sections.entries()) {
    if (section.id === id) return { type: 'section', section, at };
    for (const [column, { blocks }] of columnsOf(section).entries()) {
      const index = blocks.findIndex((block) => block.id === id);
      if (index >= 0) return { type: 'block', block: blocks[index]!, at: { section: at, column, index } };
    }
  }
  return null;
}

/** A new one of that kind, as the editor first shows it. */
export function newBlock(document: BlockDocument, kind: BlockKindName, language: Language): Block {
  const { schema, defaults, begins } = BLOCKS[kind] as (typeof BLOCKS)['image'];
  const whole = schema.parse({ id: freeId(document, 'b'), kind, ...defaults(language) });
  return { ...whole, ...begins } as Block;
}

export function newSection(document: BlockDocument, columns: number): ColumnsSection {
  return {
    id: freeId(document, 's'),
    kind: 'columns',
    surface: 'plain',
    columns: Array.from({ length: columns }, () => ({ blocks: [] })),
    padding: [16, 32, 16],
    corners: 'none',
    wide: false,
    together: false,
    align: 'top',
    gap: 24,
  };
}

export function insertBlock(
  document: BlockDocument,
  block: Block,
  { section, column, index }: Place,
): BlockDocument {
  return inColumn(document, section, column, (blocks) => blocks.toSpliced(index, 0, block));
}

export function insertSection(document: BlockDocument, section: Section, at: number): BlockDocument {
  return { ...document, sections: document.sections.toSpliced(at, 0, section) };
}

export function removeNode(document: BlockDocument, id: string): BlockDocument {
  const node = findNode(document, id);
  if (!node) return document;
  if (node.type === 'section') return { ...document, sections: document.sections.toSpliced(node.at, 1) };
  const { section, column, index } = node.at;
  return inColumn(document, section, column, (blocks) => blocks.toSpliced(index, 1));
}

/** What is chosen once it is gone: the block before it, else behind it, else what it stood in. */
export function neighbourOf(document: BlockDocument, id: string): string | null {
  const node = findNode(document, id);
  if (!node) return null;
  if (node.type === 'section') {
    const beside = document.sections[node.at - 1] ?? document.sections[node.at + 1];
    return beside?.id ?? null;
  }
  const { section, column, index } = node.at;
  const { blocks } = columnsOf(document.sections[section]!)[column]!;
  return (blocks[index - 1] ?? blocks[index + 1] ?? document.sections[section]!).id;
}

/** Another one like it, behind it; `id` is that of the new one. */
export function duplicateNode(document: BlockDocument, id: string): { document: BlockDocument; id: string } {
  const node = findNode(document, id);
  if (!node) return { document, id };
  if (node.type === 'block') {
    const block = { ...structuredClone(node.block), id: freeId(document, 'b') };
    return { document: insertBlock(document, block, { ...node.at, index: node.at.index + 1 }), id: block.id };
  }
  const copy = withFreeIds(document, node.section);
  return { document: insertSection(document, copy, node.at + 1), id: copy.id };
}

function withFreeIds(document: BlockDocument, section: Section): Section {
  const copy = structuredClone(section);
  copy.id = freeId(document, 's');
  let growing = document;
  for (const { blocks } of columnsOf(copy))
    for (const block of blocks) {
      block.id = freeId(growing, 'b');
      growing = insertSection(growing, { ...newSection(growing, 1), columns: [{ blocks: [block] }] }, 0);
    }
  return copy;
}

/** One place up or down: a block goes on into the next column or section at the end of its own. */
export function moveNode(document: BlockDocument, id: string, by: -1 | 1): BlockDocument {
  const node = findNode(document, id);
  if (!node) return document;
  if (node.type === 'section') {
    const to = node.at + by;
    if (to < 0 || to >= document.sections.length) return document;
    return insertSection(removeNode(document, id), node.section, to);
  }
  const place = nextPlace(document, node.at, by);
  return place ? insertBlock(removeNode(document, id), node.block, place) : document;
}

/** To a place that was counted before anything moved. */
export function moveBlockTo(document: BlockDocument, id: string, place: Place): BlockDocument {
  const node = findNode(document, id);
  if (node?.type !== 'block') return document;
  const isBehind =
    node.at.section === place.section && node.at.column === place.column && node.at.index < place.index;
  const to = isBehind ? { ...place, index: place.index - 1 } : place;
  return insertBlock(removeNode(document, id), node.block, to);
}

/** A component in a place of its own. */
export function newComponent(document: BlockDocument, component: string): Section {
  return { id: freeId(document, 's'), kind: 'component', component };
}

/** That section alone, as a document of the same look: for a component of it. Its conditions stay where it stood. */
export function documentOf({ look }: BlockDocument, section: ColumnsSection): BlockDocument {
  const { showIf: _showIf, repeat: _repeat, ...alone } = section;
  return { v: 1, look, sections: [alone] };
}

/** Other sections in the place of the one of that id, with ids that are free here. */
export function replaceSection(document: BlockDocument, id: string, sections: Section[]): BlockDocument {
  const at = document.sections.findIndex((section) => section.id === id);
  if (at < 0) return document;
  let growing = removeNode(document, id);
  for (const [index, section] of sections.entries())
    growing = insertSection(growing, withFreeIds(growing, section), at + index);
  return growing;
}

/** What was changed of it; undefined takes a field away. */
export function changeNode(document: BlockDocument, id: string, change: object): BlockDocument {
  const apply = <Thing extends { id: string }>(thing: Thing): Thing =>
    thing.id === id ? withoutUndefined({ ...thing, ...change }) : thing;
  const sections = document.sections.map((section) => {
    const changed = apply(section);
    if (changed.kind !== 'columns') return changed;
    return {
      ...changed,
      columns: changed.columns.map((column) => ({ ...column, blocks: column.blocks.map(apply) })),
    };
  });
  return { ...document, sections };
}

/** So many columns; what stood in those that go away is appended to the last that stays. */
export function setColumns(document: BlockDocument, id: string, count: number): BlockDocument {
  const node = findNode(document, id);
  if (node?.type !== 'section' || node.section.kind !== 'columns') return document;
  const { columns } = node.section;
  const kept: Column[] = columns.slice(0, count).map(({ width: _, ...column }) => column);
  const rest = columns.slice(count).flatMap(({ blocks }) => blocks);
  const last = kept.at(-1)!;
  kept[kept.length - 1] = { ...last, blocks: [...last.blocks, ...rest] };
  while (kept.length < count) kept.push({ blocks: [] });
  return changeNode(document, id, { columns: kept });
}

export function columnsOf(section: Section): Column[] {
  return section.kind === 'columns' ? section.columns : [];
}

function nextPlace({ sections }: BlockDocument, { section, column, index }: Place, by: -1 | 1): Place | null {
  const { blocks } = columnsOf(sections[section]!)[column]!;
  const within = index + by;
  if (within >= 0 && within < blocks.length) return { section, column, index: within };
  const all = sections.flatMap((each, at) =>
    columnsOf(each).map((_, place) => ({ section: at, column: place })),
  );
  const here = all.findIndex((each) => each.section === section && each.column === column);
  const next = all[here + by];
  if (!next) return null;
  const there = columnsOf(sections[next.section]!)[next.column]!.blocks.length;
  return { ...next, index: by === 1 ? 0 : there };
}

function inColumn(
  document: BlockDocument,
  section: number,
  column: number,
  change: (blocks: Block[]) => Block[],
): BlockDocument {
  const sections = document.sections.map((each, at) =>
    at === section && each.kind === 'columns'
      ? {
          ...each,
          columns: each.columns.map((one, place) =>
            place === column ? { ...one, blocks: change(one.blocks) } : one,
          ),
        }
      : each,
  );
  return { ...document, sections };
}

function freeId(document: BlockDocument, letter: 'b' | 's'): string {
  const used = document.sections.flatMap((section) => [
    section.id,
    ...columnsOf(section).flatMap(({ blocks }) => blocks.map(({ id }) => id)),
  ]);
  const numbers = used.map((id) => Number(/^[bs](\d+)$/.exec(id)?.[1] ?? 0));
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}

function withoutUndefined<Thing extends object>(thing: Thing): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Thing;
}
