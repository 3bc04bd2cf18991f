import { z } from 'zod';
import type { Context } from '@/lib/context';
import { listAdapters } from './registry';

/** What the form, the JSON editor and other programs need to know of each kind, as JSON Schema. */
export async function listProviderKinds(_ctx: Context) {
  const data = listAdapters().map((adapter) => ({
    kind: adapter.kind,
    channel: adapter.channel,
    label: adapter.label,
    /** What it takes of a message; other programs may ask beforehand, too. */
    carries: adapter.carries,
    presets: Object.entries(adapter.presets).map(([name, preset]) => ({ name, ...preset })),
    settings: z.toJSONSchema(adapter.settings, { io: 'input' }),
    secrets: z.toJSONSchema(adapter.secrets, { io: 'input' }),
    targets: adapter.targets,
  }));
  return { data };
}
