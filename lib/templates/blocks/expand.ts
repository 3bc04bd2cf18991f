import type { BlockDocument, ColumnsSection, Section } from './document';

/** Documents by their keys: headers, footers, signatures, tables that several templates share. */
export type Components = ReadonlyMap<string, BlockDocument>;
export const NO_COMPONENTS: Components = new Map();

/** What cannot be drawn, and where: the keys on the way to it. */
export type ComponentProblem = {
  code: 'component_missing' | 'component_recursive' | 'component_deep';
  at: string[];
};

export const MAX_DEPTH = 4;
const MAX_DRAWN = 200;

export type Drawn = { section: ColumnsSection; around: Section[] };

/** All sections with those of components in their places; `around` are the components that each stands in, with their conditions. */
export function expandSections(
  document: BlockDocument,
  components: Components,
  within: string[] = [],
): { drawn: Drawn[]; problems: ComponentProblem[] } {
  const drawn: Drawn[] = [];
  const problems: ComponentProblem[] = [];
  const walk = (sections: Section[], around: Section[], keys: string[]) => {
    for (const section of sections) {
      if (section.kind === 'columns') {
        if (drawn.length < MAX_DRAWN) drawn.push({ section: asPartOf(section, around[0]), around });
        continue;
      }
      const at = [...keys, section.component];
      const found = components.get(section.component);
      if (!found) problems.push({ code: 'component_missing', at });
      else if (keys.includes(section.component)) problems.push({ code: 'component_recursive', at });
      else if (at.length > MAX_DEPTH || drawn.length >= MAX_DRAWN)
        problems.push({ code: 'component_deep', at });
      else walk(found.sections, [...around, section], at);
    }
  };
  walk(document.sections, [], within);
  return { drawn, problems };
}

/** @throws ComponentFault for the first that cannot be drawn; `within`: the key of the component that the document itself is */
export function drawnOf(document: BlockDocument, components = NO_COMPONENTS, within?: string): Drawn[] {
  const { drawn, problems } = expandSections(document, components, within === undefined ? [] : [within]);
  if (problems[0]) throw new ComponentFault(problems[0]);
  return drawn;
}

export class ComponentFault extends Error {
  constructor(readonly problem: ComponentProblem) {
    super(`${problem.code}: ${problem.at.join(' → ')}`);
  }
}

/** A click on what a component shows chooses the component: its own ids are of another document. */
function asPartOf(section: ColumnsSection, outermost: Section | undefined): ColumnsSection {
  if (!outermost) return section;
  const { id } = outermost;
  const columns = section.columns.map((column) => ({
    ...column,
    blocks: column.blocks.map((block) => ({ ...block, id })),
  }));
  return { ...section, id, columns };
}
