'use client';

import { useTranslations } from 'next-intl';
import type { FieldModel } from './schema-model';

export type FieldNamespace = 'providers.fields';

/**
 * The words of a field drawn from a schema: those for this variant (`of.<variant>.<key>`), those for the key, the schema's own.
 * In a key `_` stands for `.`.
 */
export function useFieldText(namespace: FieldNamespace, field: FieldModel, variant?: string) {
  const t = useTranslations(namespace);
  const key = field.key.replaceAll('.', '_');
  const find = (path: string): string | undefined => {
    const own = variant && `of.${variant}.${key}.${path}`;
    if (own && t.has(own as never)) return t(own as never);
    return t.has(`${key}.${path}` as never) ? t(`${key}.${path}` as never) : undefined;
  };
  return {
    label: find('label') ?? field.title,
    help: find('help') ?? field.description,
    choice: (value: string) => find(`choices.${choiceKey(value)}`) ?? value,
  };
}

/** A dot would mean a level in the translations: `TLSv1.2` → `TLSv1_2`. */
function choiceKey(value: string): string {
  return value.replaceAll('.', '_');
}
