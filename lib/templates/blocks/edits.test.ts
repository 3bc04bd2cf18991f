import { describe, expect, it } from 'vitest';
import { BlockDocument, blocksOf } from './document';
import {
  changeNode,
  duplicateNode,
  findNode,
  insertBlock,
  insertSection,
  moveBlockTo,
  moveNode,
  newBlock,
  newSection,
  removeNode,
  setColumns,
} from './edits';
import { BLOCK_KINDS } from './registry';

const heading = (id: string) => ({ id, kind: 'heading', text: id });
const DOCUMENT = BlockDocument.parse({
  v: 1,
  sections: [
    { id: 's1', kind: 'columns', columns: [{ blocks: [heading('b1'), heading('b2')] }] },
    { id: 's2', kind: 'columns', columns: [{ blocks: [heading('b3')] }, { blocks: [] }] },
  ],
});
const order = (document: BlockDocument) =>
  document.sections.map((section) =>
    section.kind === 'columns' ? section.columns.map(({ blocks }) => blocks.map(({ id }) => id).join()) : [],
  );

describe('edits of a document', () => {
  it('move a block within its column, then on through columns and sections, and stop at the ends', () => {
    let document = moveNode(DOCUMENT, 'b1', 1);
    expect(order(document)).toEqual([['b2,b1'], ['b3', '']]);
    document = moveNode(document, 'b1', 1);
    expect(order(document)).toEqual([['b2'], ['b1,b3', '']]);
    document = moveNode(moveNode(document, 'b1', 1), 'b1', 1);
    expect(order(document)).toEqual([['b2'], ['b3', 'b1']]);
    expect(moveNode(document, 'b1', 1)).toBe(document);
    expect(order(moveNode(document, 'b1', -1))).toEqual([['b2'], ['b3,b1', '']]);
  });
  it('move sections', () => {
    expect(moveNode(DOCUMENT, 's2', -1).sections.map(({ id }) => id)).toEqual(['s2', 's1']);
    expect(moveNode(DOCUMENT, 's1', -1)).toBe(DOCUMENT);
  });
  it('drop a block where it was let go, counted before it left', () => {
    expect(order(moveBlockTo(DOCUMENT, 'b1', { section: 0, column: 0, index: 2 }))).toEqual([
      ['b2,b1'],
      ['b3', ''],
    ]);
    expect(order(moveBlockTo(DOCUMENT, 'b1', { section: 1, column: 1, index: 0 }))).toEqual([
      ['b2'],
      ['b3', 'b1'],
    ]);
  });
  it('copy blocks and sections under ids of their own', () => {
    const copied = duplicateNode(DOCUMENT, 's1');
    expect(() => BlockDocument.parse(copied.document)).not.toThrow();
    expect(blocksOf(copied.document)).toHaveLength(5);
    const block = duplicateNode(copied.document, 'b1');
    expect(() => BlockDocument.parse(block.document)).not.toThrow();
    expect(findNode(block.document, block.id)).toMatchObject({ type: 'block', at: { section: 0, index: 1 } });
  });
  it('remove, and leave the rest alone', () => {
    expect(order(removeNode(DOCUMENT, 'b2'))).toEqual([['b1'], ['b3', '']]);
    expect(removeNode(DOCUMENT, 's1').sections).toHaveLength(1);
  });
  it('change fields, and take away what is undefined', () => {
    const shown = changeNode(DOCUMENT, 'b1', { text: 'Hola', showIf: { variable: 'a', is: 'present' } });
    expect(findNode(shown, 'b1')).toMatchObject({ block: { text: 'Hola', showIf: { variable: 'a' } } });
    const hidden = findNode(changeNode(shown, 'b1', { showIf: undefined }), 'b1');
    expect(hidden?.type === 'block' && 'showIf' in hidden.block).toBe(false);
  });
  it('lose no block where columns are taken away', () => {
    const two = setColumns(DOCUMENT, 's1', 3);
    expect(order(two)[0]).toEqual(['b1,b2', '', '']);
    const moved = moveBlockTo(two, 'b1', { section: 0, column: 2, index: 0 });
    expect(order(setColumns(moved, 's1', 1))[0]).toEqual(['b2,b1']);
  });
  it.each(BLOCK_KINDS)('put in a new %s that is valid at once', (kind) => {
    const section = insertSection(DOCUMENT, newSection(DOCUMENT, 2), 2);
    const begun = newBlock(section, kind, 'es');
    // A picture is yet to be chosen.
    const block = begun.kind === 'image' ? { ...begun, src: 'https://example.com/a.png' } : begun;
    const document = insertBlock(section, block, { section: 2, column: 1, index: 0 });
    expect(() => BlockDocument.parse(document)).not.toThrow();
  });
});
