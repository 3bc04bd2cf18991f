import { get } from 'react-hook-form';
import { z } from 'zod';
import { isTree } from '@/lib/settings/difference';
import { DEFAULT_SETTINGS, Settings } from '@/lib/settings/schema';

/** As the form asks: an emptied field is a mistake, and does not silently take the default as it does in a document. */
export const SettingsInput = z.preprocess(
  (values) => withGaps(values, DEFAULT_SETTINGS),
  Settings,
) as unknown as z.ZodType<Settings, Settings>;

export function defaultOf(path: string): unknown {
  return get(DEFAULT_SETTINGS, path) as unknown;
}

/** Every setting by its path. */
export function settingPaths(tree: object = DEFAULT_SETTINGS, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    isTree(value) ? settingPaths(value, `${prefix}${name}.`) : [prefix + name],
  );
}

function withGaps(values: unknown, shape: object): unknown {
  if (!isTree(values)) return values;
  const blank = Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [name, isTree(value) ? withGaps({}, value) : null]),
  );
  const filled = Object.entries(values).map(([name, value]) => {
    const inner = (shape as Record<string, unknown>)[name];
    return [name, isTree(inner) ? withGaps(value, inner) : value];
  });
  return { ...blank, ...Object.fromEntries(filled) };
}
