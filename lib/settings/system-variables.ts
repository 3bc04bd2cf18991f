import { EnvError } from '@/lib/env';
import { SystemSettings } from './system';
import { variableOf } from './variable-of';

type Variables = Record<string, string | undefined>;

/** The settings of the system that variables of the environment decide, by their path; they win over what is saved. @throws EnvError */
export function fixedByVariables(variables: Variables = process.env): Record<string, unknown> {
  const wrong: string[] = [];
  const fixed = Object.entries(SystemSettings.shape).flatMap(([section, { unwrap }]) =>
    Object.entries(unwrap().shape).flatMap(([name, field]) => {
      const path = `system.${section}.${name}`;
      const text = variables[variableOf(path)]?.trim();
      if (!text) return [];
      const parsed = field.safeParse(readValue(text, field.parse(undefined)));
      if (parsed.success) return [[path, parsed.data] as const];
      wrong.push(`${variableOf(path)}: ${text} is no value for it`);
      return [];
    }),
  );
  if (wrong.length > 0) throw new EnvError(wrong.join('\n'));
  return Object.fromEntries(fixed);
}

export function withVariables(settings: SystemSettings, variables?: Variables): SystemSettings {
  const merged = structuredClone(settings) as Record<string, Record<string, unknown>>;
  for (const [path, value] of Object.entries(fixedByVariables(variables))) {
    const [, section, name] = path.split('.') as [string, string, string];
    merged[section]![name] = value;
  }
  return merged as SystemSettings;
}

/** As the default of the setting is: a list of numbers, a switch, a number. What it cannot be is for the schema to refuse. */
function readValue(text: string, like: unknown): unknown {
  if (Array.isArray(like)) return text.split(',').map(Number);
  if (typeof like === 'boolean') return { true: true, on: true, false: false, off: false }[text] ?? text;
  return Number(text);
}
