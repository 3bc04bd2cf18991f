import type { z } from 'zod';
import type { Block, Section, WrittenDocument } from '../blocks/document';

type WrittenSection = Extract<z.input<typeof Section>, { kind: 'columns' }>;
type WrittenBlock = z.input<typeof Block>;
/** Without its id, which is its place. */
type Nameless<Thing> = Thing extends unknown ? Omit<Thing, 'id'> : never;
export type BlockWords = Nameless<WrittenBlock>;
type ColumnWords =
  | BlockWords[]
  | { width?: number; surface?: WrittenSection['surface']; blocks: BlockWords[] };

export type SectionWords = Omit<WrittenSection, 'id' | 'kind' | 'columns'> & { columns: ColumnWords[] };

/** A section of one column or several; ids are given by `write`. */
export function row(options: Omit<SectionWords, 'columns'>, ...columns: ColumnWords[]): SectionWords {
  return { ...options, columns };
}

/** The document of what is written by hand: sections and blocks get their places as ids. */
export function write(look: NonNullable<WrittenDocument['look']>, sections: SectionWords[]): WrittenDocument {
  let count = 0;
  const named = (block: BlockWords) => ({ ...block, id: `b${++count}` }) as WrittenBlock;
  return {
    v: 1,
    look,
    sections: sections.map(({ columns, ...section }, index) => ({
      ...section,
      kind: 'columns',
      id: `s${index + 1}`,
      columns: columns.map((column) =>
        Array.isArray(column)
          ? { blocks: column.map(named) }
          : { ...column, blocks: column.blocks.map(named) },
      ),
    })),
  };
}

/** When a variable was given. */
export function given(variable: string) {
  return { variable, is: 'present' } as const;
}

export function equals(variable: string, value: string) {
  return { variable, is: 'equal', value } as const;
}
