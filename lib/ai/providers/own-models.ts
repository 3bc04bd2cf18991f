import type { AiModels } from '@/drizzle/schema/ai';
import type { AiUse } from '@/lib/ai/ask/uses';
import { type AiKindName, knownModel } from '@/lib/ai/call/kinds';
import { fromMicros, toMicros } from '@/lib/money';
import type { AiProviderPatch, AiProviderView } from './schema';

/** As it is asked for one use: by a model of its own, at that one's price, where it has one for it. */
export function forUse<Row extends { modelFor: AiModels }>(row: Row, use: AiUse): Row {
  return { ...row, ...row.modelFor[use] };
}

/** A price that nobody names is that of the kind's known models, or unknown. */
export function modelColumns(
  kind: AiKindName,
  models: NonNullable<AiProviderPatch['modelFor']>,
): { modelFor: AiModels } {
  const entries = Object.entries(models).flatMap(([use, own]) => {
    if (!own) return [];
    const { model, price } = own;
    const known = price === undefined ? knownModel(kind, model) : undefined;
    const given = price && { inputMicros: toMicros(price.input), outputMicros: toMicros(price.output) };
    const { inputMicros, outputMicros } = given ?? known ?? { inputMicros: null, outputMicros: null };
    return [[use, { model, inputMicros, outputMicros }]];
  });
  return { modelFor: Object.fromEntries(entries) };
}

export function viewModels(models: AiModels): AiProviderView['modelFor'] {
  const entries = Object.entries(models).map(([use, { model, inputMicros, outputMicros }]) => {
    const isKnown = inputMicros !== null && outputMicros !== null;
    const price = isKnown ? { input: fromMicros(inputMicros), output: fromMicros(outputMicros) } : null;
    return [use, { model, price }];
  });
  return Object.fromEntries(entries);
}
