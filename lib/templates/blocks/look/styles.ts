import type { Drawing } from '../block';
import { legible } from './colours';
import { CORNERS } from './look';
import type { Colours, Surface } from './surfaces';

/** Classes that turn a part's colours round at night: `i` ink, `m` muted ink, `g` ground, `l` lines, `a` accent. */
type Part = 'i' | 'm' | 'g' | 'l' | 'a' | 'o';

export function classOf(part: Part, surface: Surface): string {
  return `${part}-${surface}`;
}

export function colours({ shades }: Drawing, surface: Surface): Colours {
  return shades(surface).light;
}

/** Attributes of an element in plain HTML: its class for the night, and its style. */
export function styled(
  drawing: Drawing,
  part: Part,
  style: string,
  surface: Surface = drawing.surface,
): string {
  const { ink, mute, ground, line, accent, onAccent } = colours(drawing, surface);
  const own = {
    i: `color:${ink}`,
    m: `color:${mute}`,
    g: `background-color:${ground}`,
    l: `border-color:${line}`,
    a: `color:${accent}`,
    o: `background-color:${accent};color:${onAccent}`,
  }[part];
  return `class="${classOf(part, surface)}" style="${own}${style && `;${style}`}"`;
}

/** A part that has its own ground: with the ink that is read on it, by day and by night. */
export function filled(drawing: Drawing, surface: Surface, style: string): string {
  const { ground, ink } = colours(drawing, surface);
  return `class="${classOf('g', surface)} ${classOf('i', surface)}" style="background-color:${ground};color:${ink};${style}"`;
}

export function linkAttributes(drawing: Drawing, surface: Surface = drawing.surface): string {
  return styled(drawing, 'i', 'text-decoration:underline', surface);
}

export function cornersOf({ look }: Drawing): number {
  return CORNERS[look.corners];
}

/** For a table that only places things: nothing is read out of it as a table. */
export const LAYOUT = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** The rules for dark mail programs: of the surfaces that were used, and of those alone. */
export function nightRules(used: Iterable<Surface>, shades: Drawing['shades']): string {
  const rules = [...used].map((surface) => rulesOf(surface, shades(surface).dark));
  return rules.join('\n');
}

function rulesOf(surface: Surface, { ink, mute, ground, line, accent, onAccent }: Colours): string {
  const name = (part: Part) => `.${classOf(part, surface)}`;
  const within = (part: Part) => `${name(part)},${name(part)} > div`;
  return [
    `${within('i')}{color:${ink} !important}`,
    `${within('m')}{color:${mute} !important}`,
    `${name('g')},${name('g')} > table,${name('g')} > table > tbody > tr > td{background:${ground} !important;background-color:${ground} !important}`,
    `${name('l')},${name('l')} > p{border-color:${line} !important}`,
    `${within('a')}{color:${legible(accent, ground, 4.5)} !important}`,
    `${name('o')} > table > tbody > tr > td,${name('o')} > table > tbody > tr > td > *{background:${accent} !important;background-color:${accent} !important;color:${onAccent} !important}`,
  ].join('\n');
}
