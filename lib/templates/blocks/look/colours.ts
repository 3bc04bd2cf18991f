/** `#rrggbb`; what is mixed, weighed and compared here is sRGB, as mail programs show it. */
export type Hex = string;

/** `share` of the second in the first: 0 leaves it, 1 is the second. */
export function mix(first: Hex, second: Hex, share: number): Hex {
  const [from, to] = [channelsOf(first), channelsOf(second)];
  return toHex(from.map((value, index) => value + (to[index]! - value) * share));
}

/** WCAG 2.2: 1 to 21. */
export function contrastOf(first: Hex, second: Hex): number {
  const [light, dark] = [luminanceOf(first), luminanceOf(second)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The text colour that reads better on it. */
export function readableOn(ground: Hex): Hex {
  const fitting = ['#ffffff', '#14171c'].find((ink) => contrastOf(ground, ink) >= 4.5);
  return fitting ?? '#000000';
}

/** The colour itself, or as much nearer to black or white as it takes to be read on that ground. */
export function legible(colour: Hex, ground: Hex, contrast = 4.5): Hex {
  const towards = readableOn(ground) === '#ffffff' ? '#ffffff' : '#000000';
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(colour, towards, share);
    if (contrastOf(tried, ground) >= contrast) return tried;
  }
  return towards;
}

function channelsOf(hex: Hex): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function toHex(channels: number[]): Hex {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(hex: Hex): number {
  const [red, green, blue] = channelsOf(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
