/** When a rule runs, as people choose it; anything else is written as a crontab has it. */
export const PRESETS = {
  quarter: '*/15 * * * *',
  nine: '0 9 * * *',
  six: '0 18 * * *',
  monday: '0 9 * * 1',
  first: '0 9 1 * *',
} as const;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

export function presetOf(cron: string): Preset | null {
  return PRESET_NAMES.find((name) => PRESETS[name] === cron) ?? null;
}
