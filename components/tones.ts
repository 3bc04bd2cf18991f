type Shades = { text: string; back: string; mark: string };

/**
 * The colours of states, the only place where they are set: what is well, what is ill, what needs a look, what is under way, what is
 * kept from its readers, and what is at rest. `text` stands on `back`; `mark` is for dots, bars and lines. As CSS variables they are
 * `--relevo-good-text`, `--relevo-good-back` and `--relevo-good`.
 */
export const TONES = {
  good: {
    light: { text: '#1a6e34', back: '#e6f5ea', mark: '#2b8a3e' },
    dark: { text: '#7ddb95', back: '#14291a', mark: '#51cf66' },
  },
  bad: {
    light: { text: '#b3203f', back: '#fdebef', mark: '#d6336c' },
    dark: { text: '#ff9db3', back: '#35161e', mark: '#ff6b9d' },
  },
  warn: {
    light: { text: '#8a4b04', back: '#fdf1df', mark: '#d9730d' },
    dark: { text: '#f5b96b', back: '#30220f', mark: '#ffa94d' },
  },
  busy: {
    light: { text: '#4643b4', back: '#eeeefc', mark: '#6e6ede' },
    dark: { text: '#b3b4f5', back: '#21213f', mark: '#8a8ce8' },
  },
  kept: {
    light: { text: '#0b5f6b', back: '#e1f3f5', mark: '#1b98a8' },
    dark: { text: '#7fd6e0', back: '#10282c', mark: '#5cc6d2' },
  },
  quiet: {
    light: { text: '#4d4d5b', back: '#f0f0f3', mark: '#5d5d6b' },
    dark: { text: '#b4b4c0', back: '#26262f', mark: '#a3a3b1' },
  },
} satisfies Record<string, Record<'light' | 'dark', Shades>>;

export type Tone = keyof typeof TONES;

export function toneVariables(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(TONES).flatMap(([tone, { [scheme]: shades }]) => [
      [`--relevo-${tone}`, shades.mark],
      [`--relevo-${tone}-text`, shades.text],
      [`--relevo-${tone}-back`, shades.back],
    ]),
  );
}
