import { contrastOf, type Hex, legible, mix, readableOn } from './colours';

/** What something stands on: a name, so that its colours fit each other, in light and in dark. */
export const SURFACES = [
  'plain',
  'page',
  'soft',
  'accent',
  'accentSoft',
  'dark',
  'success',
  'successSoft',
  'warning',
  'warningSoft',
  'danger',
  'dangerSoft',
] as const;
export type Surface = (typeof SURFACES)[number];

export type Colours = { ground: Hex; ink: Hex; mute: Hex; line: Hex; accent: Hex; onAccent: Hex };
export type Shades = { light: Colours; dark: Colours };

export type PageLook = 'white' | 'grey' | 'tint' | 'warm' | 'dark';

const STRONG = { success: '#15803d', warning: '#f5b301', danger: '#c8232c' };
const INK = '#1b1f27';
const NIGHT = '#17191e';
const NIGHT_PAGE = '#0e0f12';
const PAGES: Record<PageLook, (accent: Hex) => Hex> = {
  white: () => '#ffffff',
  grey: () => '#eef0f3',
  tint: (accent) => mix(accent, '#ffffff', 0.9),
  warm: () => '#f6f0e6',
  dark: () => '#20242c',
};

/** The colours of one surface, from the accent of the document and the ground around it. */
export function shadesOf(surface: Surface, accent: Hex, page: PageLook): Shades {
  const tone = toneOf(surface, accent);
  switch (surface) {
    case 'plain':
      return { light: on('#ffffff', accent), dark: on(NIGHT, accent) };
    case 'page':
      return { light: on(PAGES[page](accent), accent), dark: on(NIGHT_PAGE, accent) };
    case 'soft':
      return { light: on(page === 'warm' ? '#fbf7f0' : '#f5f6f8', accent), dark: on('#20232a', accent) };
    case 'dark':
      return { light: on('#1a1e26', accent), dark: on('#07080a', accent) };
    case 'accent':
    case 'success':
    case 'warning':
    case 'danger':
      // Bright areas hurt at night: the same colour, deeper.
      return { light: strong(tone), dark: strong(surface === 'warning' ? tone : mix(tone, '#000000', 0.22)) };
    default:
      return {
        light: on(mix(tone, '#ffffff', 0.9), tone),
        dark: on(mix(tone, NIGHT, 0.82), tone),
      };
  }
}

function toneOf(surface: Surface, accent: Hex): Hex {
  if (surface.startsWith('success')) return STRONG.success;
  if (surface.startsWith('warning')) return STRONG.warning;
  if (surface.startsWith('danger')) return STRONG.danger;
  return accent;
}

function on(ground: Hex, accent: Hex): Colours {
  const isNight = readableOn(ground) === '#ffffff';
  const ink = isNight ? '#f1f2f5' : INK;
  // A button has to be seen against what it lies on (WCAG 1.4.11), and its label on it.
  const button = contrastOf(accent, ground) >= 3 ? accent : legible(accent, ground, 3);
  return {
    ground,
    ink,
    mute: legible(mix(ink, ground, 0.42), ground, 5),
    line: mix(ink, ground, isNight ? 0.76 : 0.86),
    accent: button,
    onAccent: readableOn(button),
  };
}

/** On a strong colour the button is turned round: light with dark words, or the reverse. */
function strong(ground: Hex): Colours {
  const ink = readableOn(ground);
  return {
    ground,
    ink,
    mute: legible(mix(ink, ground, 0.2), ground),
    line: mix(ink, ground, 0.65),
    accent: ink,
    onAccent: legible(ground, ink),
  };
}
