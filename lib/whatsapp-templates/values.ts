import { PREVIEWED } from '@/lib/templates/check';
import { parseTemplate } from '@/lib/templates/engine/engine';
import { usedRoots } from '@/lib/templates/engine/used-roots';
import { examplesOf } from '@/lib/templates/examples-of';
import { type Described, describeFault } from '@/lib/templates/problems';
import { type Rendition, renderInWords } from '@/lib/templates/render';
import { RESERVED_ROOTS } from '@/lib/templates/variables';

type Told = Parameters<typeof renderInWords>[2];

/** WhatsApp refuses one that is empty, and what stands around it was approved with something in it. */
const NOTHING = '-';
const MOST = 1_000;

/** What fills in the parameters for one message. @throws LiquidError */
export function fillIn(
  rendition: Rendition,
  values: Record<string, string>,
  told: Told,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, source]) => [name, fillOne(rendition, source, told)]),
  );
}

function fillOne(rendition: Rendition, source: string, told: Told): string {
  // Five blanks in a row are refused, too; a line has one at most.
  return renderInWords(rendition, source, told).slice(0, MOST) || NOTHING;
}

/** What a value becomes with the examples of the template. @throws LiquidError */
export function exampleOf(rendition: Rendition, source: string): string {
  return fillOne(rendition, source, { ...PREVIEWED, variables: examplesOf(rendition.declared) });
}

/** Why a value cannot be filled in; null: it can. */
export function flawOfValue(source: string, { rendition }: { rendition: Rendition }): Described | null {
  try {
    const known = new Set([...rendition.declared.map(({ name }) => name), ...RESERVED_ROOTS]);
    const strange = usedRoots(parseTemplate('text', source)).find((name) => !known.has(name));
    if (strange) return { code: 'template_undeclared', params: { name: strange } };
    exampleOf(rendition, source);
    return null;
  } catch (error) {
    return describeFault(error, source);
  }
}
