import type { DraftValues, ProviderDraft } from '@/lib/providers/draft-schema';
import type { ProviderInput, ProviderView } from '@/lib/providers/schema';
import { newProviderValues } from '../provider-form-values';
import type { PresetView, ProviderKindView } from '../provider-kind';

export const NEW_DRAFT: Omit<ProviderDraft, 'round'> = {
  step: 'choose',
  choice: null,
  values: null,
  providerId: null,
  backupFor: null,
};

export type Choice = { kind: ProviderKindView; preset: PresetView };

export function findChoice(kinds: ProviderKindView[], choice: string | null): Choice | null {
  const [kindName, presetName] = choice?.split('.') ?? [];
  const kind = kinds.find((each) => each.kind === kindName);
  const preset = kind?.presets.find((each) => each.name === presetName);
  return kind && preset ? { kind, preset } : null;
}

/** Everything that was typed but the secrets. Blank inputs may be missing after a check: they are blank again. */
export function toDraftValues(values: ProviderInput): DraftValues {
  return {
    name: values.name ?? '',
    settings: values.settings ?? {},
    fromEmail: values.fromEmail ?? '',
    fromName: values.fromName ?? '',
    priority: values.priority ?? '',
    costPerMessage: values.costPerMessage ?? '',
    monthlyFee: values.monthlyFee ?? '',
    categories: values.categories ?? [],
    fallback: values.fallback ?? '',
    company: values.company ?? '',
    limits: values.limits ?? {},
    budget: values.budget ?? null,
    weight: values.weight ?? '',
    timeZone: values.timeZone ?? '',
    senderDomains: values.senderDomains ?? [],
    recipientDomains: values.recipientDomains ?? {},
  };
}

/** The form as it was left, over what the preset recommends. */
export function fromDraft(
  draft: ProviderDraft,
  { kind, preset }: Choice,
  label: string,
  saved: ProviderView | null,
): ProviderInput {
  const fresh = newProviderValues(kind, { ...preset, label });
  const values = {
    ...fresh,
    ...draft.values,
    priority: draft.values?.priority || saved?.priority,
    settings: { ...fresh.settings, ...draft.values?.settings },
  };
  return { ...values, secrets: {}, active: false } as ProviderInput;
}
