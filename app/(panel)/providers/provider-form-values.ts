import {
  type FieldModel,
  fieldsOf,
  initialValues,
  isSchema,
  type JsonSchema,
  withoutTechnical,
} from '@/components/form/schema-model';
import { changedFields } from '@/lib/changes';
import { movedSecrets } from '@/lib/providers/keys/targets';
import type { ProviderInput, ProviderView } from '@/lib/providers/schema';
import { CATEGORIES } from '@/lib/routing/categories';
import type { PresetView, ProviderKindView } from './provider-kind';

/** Drawn elsewhere or not at all: the preset is what was chosen on the page before. */
const NOT_DRAWN = new Set(['preset']);

export function settingFields(kind: ProviderKindView): FieldModel[] {
  return fieldsOf(kind.settings).filter((field) => !NOT_DRAWN.has(field.key));
}

/** Nobody types it: it comes with connecting the account. */
const FROM_SIGN_IN = 'oauthRefreshToken';

/** What reports are checked with has nothing to do with sending, and most mailboxes have no OAuth2: that is for technicians. */
export function secretFields(kind: ProviderKindView): FieldModel[] {
  return fieldsOf(kind.secrets)
    .filter((field) => field.key !== FROM_SIGN_IN)
    .map((field) => ({ ...field, technical: field.technical || /^(webhook|oauth)/.test(field.key) }));
}

/** Of a provider that is there: in Admin mode too, what its reports are checked with, as its page asks for it. */
export function plainFields(fields: FieldModel[]): FieldModel[] {
  const provesReports = ({ key }: FieldModel) => key.startsWith('webhook') || key === 'snsTopicArn';
  return withoutTechnical(
    fields.map((field) => (provesReports(field) ? { ...field, technical: false } : field)),
  );
}

/** Stored secrets that do not follow a changed target: `asked` are typed again, `cleared` end with the change. */
export function secretsToRenew(
  { targets }: ProviderKindView,
  stored: ProviderView | null | undefined,
  settings: Record<string, unknown>,
): { asked: string[]; cleared: string[] } {
  const moved = stored
    ? movedSecrets(targets, stored.settings, settings).filter((name) => stored.secrets[name])
    : [];
  const ends = (name: string) =>
    name === FROM_SIGN_IN || (name === 'password' && settings.auth === 'xoauth2');
  return { asked: moved.filter((name) => !ends(name)), cleared: moved.filter(ends) };
}

/** The preset that a provider was made from, as far as it tells. */
export function presetOf(kind: ProviderKindView, { settings }: ProviderView): PresetView | undefined {
  const { presets } = kind;
  return remembersPreset(kind) ? presets.find(({ name }) => name === settings.preset) : presets[0];
}

function remembersPreset({ settings }: ProviderKindView): boolean {
  return settings.properties?.preset !== undefined;
}

/** A new provider as the chosen preset recommends it. */
export function newProviderValues(kind: ProviderKindView, preset: PresetView): ProviderInput {
  return {
    name: preset.label,
    kind: kind.kind as ProviderInput['kind'],
    settings: {
      ...mergeSettings(initialValues(settingFields(kind)), preset.settings),
      ...(remembersPreset(kind) && { preset: preset.name }),
      ...(preset.oauthOnly && { auth: 'xoauth2' }),
      ...(preset.oauth && { oauth: { provider: preset.oauth, grant: 'refresh_token' } }),
    },
    limits: preset.limits ?? {},
    overrides: {},
    secrets: {},
    fromEmail: '',
    fromName: '',
    // The last place; the wizard asks at its end.
    priority: undefined,
    costPerMessage: '0',
    monthlyFee: '0',
    budget: null,
    weight: 1,
    timeZone: '',
    senderDomains: [],
    recipientDomains: {},
    categories: [...CATEGORIES],
    fallback: '',
    active: true,
  };
}

export function providerValues(kind: ProviderKindView, provider: ProviderView): ProviderInput {
  return {
    name: provider.name,
    kind: provider.kind,
    settings: mergeSettings(
      initialValues(settingFields(kind)),
      knownSettings(provider.settings, kind.settings),
    ),
    secrets: {},
    fromEmail: provider.fromEmail ?? '',
    fromName: provider.fromName ?? '',
    priority: provider.priority,
    costPerMessage: provider.costPerMessage,
    monthlyFee: provider.monthlyFee,
    limits: provider.limits,
    overrides: provider.overrides,
    budget: provider.budget,
    weight: provider.weight,
    timeZone: provider.timeZone ?? '',
    senderDomains: provider.senderDomains ?? [],
    recipientDomains: provider.recipientDomains ?? {},
    categories: provider.categories as ProviderInput['categories'],
    fallback: provider.fallback ?? '',
    company: provider.company ?? '',
    active: provider.active,
  };
}

/**
 * What the form may change, as a patch. An emptied sender or fallback clears it; whether it is paused is not the form's
 * business.
 */
export function toPatch(values: ProviderInput, kind: ProviderKindView, stored: ProviderView) {
  const { name, settings, priority, weight, costPerMessage, monthlyFee, categories } = values;
  return {
    name,
    settings,
    secrets: {
      ...Object.fromEntries(secretsToRenew(kind, stored, settings).cleared.map((secret) => [secret, null])),
      ...values.secrets,
    },
    priority,
    weight,
    costPerMessage,
    monthlyFee,
    categories,
    limits: values.limits ?? {},
    overrides: values.overrides ?? {},
    budget: values.budget ?? null,
    timeZone: values.timeZone ?? null,
    senderDomains: values.senderDomains ?? null,
    recipientDomains: values.recipientDomains ?? null,
    fromEmail: values.fromEmail ?? null,
    fromName: values.fromName ?? null,
    fallback: values.fallback ?? null,
    company: values.company ?? null,
  };
}

/**
 * A save sends what was changed, field by field; `settings` and lists as a whole, as the API takes them. Where what is stored cannot be
 * read, the form shows what is left of it, and saving that is the mending: all of it is sent.
 */
export function changesOf(
  values: ProviderInput,
  kind: ProviderKindView,
  stored: ProviderView,
): Partial<ReturnType<typeof toPatch>> {
  if (stored.health.problem?.reason === 'settings') return toPatch(values, kind, stored);
  const was = toPatch(providerValues(kind, stored), kind, stored);
  const changes = Object.entries(toPatch(values, kind, stored)).filter(
    ([name, value]) => changedFields(was[name as keyof typeof was], value).length > 0,
  );
  return Object.fromEntries(changes) as Partial<ReturnType<typeof toPatch>>;
}

/** Without what this version does not know any more: it would be refused, and has no field to correct it in. */
function knownSettings(stored: Record<string, unknown>, schema: JsonSchema): Record<string, unknown> {
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties !== false) return stored;
  return Object.fromEntries(
    Object.entries(stored).flatMap(([name, value]) => {
      const part = properties[name];
      if (!part) return [];
      return [[name, isRecord(value) && isSchema(part) ? knownSettings(value, part) : value]];
    }),
  );
}

function mergeSettings(blank: Record<string, unknown>, stored: Record<string, unknown>) {
  const merged: Record<string, unknown> = { ...blank };
  for (const [name, value] of Object.entries(stored)) {
    const base = blank[name];
    merged[name] = isRecord(base) && isRecord(value) ? mergeSettings(base, value) : value;
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
