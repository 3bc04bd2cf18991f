import type { z } from 'zod';
import { kindOf, knownModel } from '@/lib/ai/call/kinds';
import type { AiProviderInput, AiProviderPatch, AiProviderView } from '@/lib/ai/providers/schema';
import { changedFields } from '@/lib/changes';
import { fromMicros } from '@/lib/money';

type Input = z.input<typeof AiProviderInput>;

export const NEW_AI: Input = {
  name: '',
  kind: 'openai',
  ...ofKind('openai'),
  apiKey: '',
  organization: '',
  project: '',
  timeoutSeconds: 30,
  priority: 50,
  modelFor: {},
  limits: {},
  budget: null,
  fallback: '',
};

/** What a form says of a kind until somebody says otherwise. */
export function ofKind(kind: Input['kind']) {
  const model = kindOf(kind).known[0]?.id ?? '';
  return { model, endpoint: '', price: priceOf(kind, model) };
}

/** Null: unknown, or whoever knows it types it. */
export function priceOf(kind: Input['kind'], model: string) {
  const known = knownModel(kind, model);
  return known ? { input: fromMicros(known.inputMicros), output: fromMicros(known.outputMicros) } : null;
}

export function valuesOf(view: AiProviderView): AiProviderPatch {
  const { name, endpoint, model, organization, project, timeoutSeconds, priority, price } = view;
  return {
    name,
    endpoint,
    model,
    organization: organization ?? '',
    project: project ?? '',
    timeoutSeconds,
    priority,
    price,
    modelFor: view.modelFor,
    limits: view.limits,
    budget: view.budget,
    fallback: view.fallback ?? '',
  };
}

/** A save sends only what changed; what was emptied is cleared. */
export function changesOf(values: AiProviderPatch, stored: AiProviderView): AiProviderPatch {
  const was = cleared(valuesOf(stored));
  const { apiKey, ...rest } = values;
  const changes = Object.entries(cleared(rest)).filter(
    ([name, value]) => changedFields(was[name as keyof typeof was], value).length > 0,
  );
  return { ...Object.fromEntries(changes), ...(apiKey && { apiKey }) };
}

function cleared(values: AiProviderPatch) {
  return {
    ...values,
    organization: values.organization || null,
    project: values.project || null,
    fallback: values.fallback || null,
    price: values.price ?? null,
    budget: values.budget ?? null,
    modelFor: values.modelFor ?? {},
    limits: values.limits ?? {},
  };
}
