import type { z } from 'zod';
import { log } from '@/lib/log';
import { AiSettings } from './ai';
import { difference, isTree } from './difference';
import {
  DEFAULT_SETTINGS,
  DeliverySettings,
  GeneralSettings,
  SecuritySettings,
  type Settings,
} from './schema';
import { SystemSettings } from './system';

type Rows = { key: string; value: unknown }[];

/**
 * Settings from the rows of the table. A document may be older or newer than this program: what is missing takes its default,
 * what is unknown is ignored, and a section that no longer fits falls back as a whole, since delivery must go on.
 */
export function readStored(rows: Rows): Settings {
  const stored = new Map(rows.map(({ key, value }) => [key, asObject(value)]));
  return {
    general: tolerant('general', GeneralSettings, stored.get('general')),
    security: readSecurity(stored.get('security')),
    delivery: readSections('delivery', DeliverySettings, stored.get('delivery')),
    ai: tolerant('ai', AiSettings, stored.get('ai')),
    system: readSections('system', SystemSettings, stored.get('system')),
  };
}

/** What differs from the defaults: whoever never chose a value gets a better default with the next release. */
export function toStored(settings: Settings): { key: keyof Settings; value: Record<string, unknown> }[] {
  return [
    { key: 'general', value: difference(settings.general, DEFAULT_SETTINGS.general) },
    { key: 'security', value: difference(settings.security, DEFAULT_SETTINGS.security) },
    { key: 'delivery', value: difference(settings.delivery, DEFAULT_SETTINGS.delivery) },
    { key: 'ai', value: difference(settings.ai, DEFAULT_SETTINGS.ai) },
    { key: 'system', value: difference(settings.system, DEFAULT_SETTINGS.system) },
  ];
}

/** Each field for itself: one that does not fit must not take away who is kept out. */
function readSecurity(stored: Record<string, unknown> = {}): SecuritySettings {
  const fields = Object.keys(SecuritySettings.shape).map((name) => {
    const own = name in stored ? { [name]: stored[name] } : {};
    return [name, tolerant(`security.${name}`, SecuritySettings, own)[name as keyof SecuritySettings]];
  });
  return Object.fromEntries(fields) as SecuritySettings;
}

/** Each of its sections for itself. */
function readSections<S extends typeof DeliverySettings | typeof SystemSettings>(
  key: string,
  { shape }: S,
  stored: Record<string, unknown> = {},
): z.infer<S> {
  const sections = Object.entries(shape).map(([name, schema]) => [
    name,
    tolerant(`${key}.${name}`, schema.unwrap(), asObject(stored[name])),
  ]);
  return Object.fromEntries(sections) as z.infer<S>;
}

function tolerant<S extends z.ZodObject>(
  name: string,
  schema: S,
  stored: Record<string, unknown> = {},
): z.infer<S> {
  const known = Object.fromEntries(Object.entries(stored).filter(([key]) => key in schema.shape));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  log.warn('stored settings do not fit, using the defaults', { section: name, issues: parsed.error.issues });
  return schema.parse({});
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return isTree(value) ? value : undefined;
}
