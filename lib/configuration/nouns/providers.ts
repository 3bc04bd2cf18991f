import { z } from 'zod';
import { fromMicros, toMicros } from '@/lib/money';
import { createProvider } from '@/lib/providers/create';
import { deleteProvider } from '@/lib/providers/delete';
import { endpointsOf } from '@/lib/providers/endpoint';
import { listProviders } from '@/lib/providers/list';
import { loadProviders } from '@/lib/providers/load';
import { findAdapter } from '@/lib/providers/registry';
import { ProviderInput, ProviderPatch, type ProviderView } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';
import { type Fields, type Noun, only, type Secrets, secretsFor } from '../noun';
import { thingsOf } from '../things';

const schema = ProviderPatch.omit({ version: true, name: true, company: true, secrets: true });
const FIELDS = Object.keys(schema.shape);

export const providers: Noun = {
  section: 'providers',
  schema,
  hasSecrets: true,
  async list(ctx) {
    const [{ data }, loaded] = await Promise.all([listProviders(ctx), loadProviders()]);
    const opened = new Map(loaded.map(({ row, config }) => [row.id, config.secrets]));
    return thingsOf(data, (view) => ({
      name: view.name,
      fields: only(view, FIELDS),
      secrets: secretsOf(view, opened.get(view.id)),
    }));
  },
  async create(ctx, { name, fields: { fallback: _later, ...fields }, secrets }) {
    await createProvider(ctx, ProviderInput.parse({ ...fields, secrets, name }, { reportInput: true }));
  },
  /** What takes over is said once all are there; until then nobody does, so that two may change places. */
  async update(ctx, { id }, changed) {
    const { fields } = changed;
    const secrets = secretsFor(changed, ['settings']);
    const fallback = 'fallback' in fields ? { fallback: null } : {};
    const given = Object.keys(secrets).length > 0 ? { secrets } : {};
    await updateProvider(ctx, { id, ...fields, ...fallback, ...given });
  },
  async finish(ctx, name, { fallback }) {
    if (!fallback) return;
    await updateProvider(ctx, { id: name, fallback: z.string().parse(fallback) });
  },
  remove: (ctx, { id }) => deleteProvider(ctx, { id }),
  rename: async (ctx, { id }, title) => {
    await updateProvider(ctx, { id, name: title });
  },
  sameAs: (name) => name.toLowerCase(),
  urls: ({ settings }) => endpointsOf(settings),
  normalize(fields, thing) {
    const adapter = findAdapter(String(fields.kind ?? thing?.fields.kind));
    const parsed = fields.settings === undefined ? undefined : adapter?.settings.safeParse(fields.settings);
    return {
      ...fields,
      ...(parsed?.success && { settings: parsed.data as Fields }),
      ...(fields.costPerMessage !== undefined && { costPerMessage: plainMoney(fields.costPerMessage) }),
      ...(fields.monthlyFee !== undefined && { monthlyFee: plainMoney(fields.monthlyFee) }),
    };
  },
};

/** `0.50` is `0.5`. */
function plainMoney(amount: unknown): string {
  return fromMicros(toMicros(String(amount)));
}

function secretsOf({ secrets }: ProviderView, opened: Record<string, string | undefined> = {}): Secrets {
  return Object.fromEntries(Object.keys(secrets).map((name) => [name, opened[name] ?? null]));
}
