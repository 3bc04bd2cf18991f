'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

type Json = Record<string, unknown>;

/** What a field is, in words: its kind and range, then what it is for. */
export type FieldWords = { kind: (schema: Json) => string; lines: (schema: Json) => string[] };

const LONGEST_LIST = 12;

export function useFieldWords(): FieldWords {
  const t = useTranslations('configuration.editor.kinds');
  return useMemo(() => {
    const range = ({ minimum, maximum }: Json) =>
      isReal(minimum) && isReal(maximum) ? t('range', { from: `${minimum}`, to: `${maximum}` }) : '';
    const values = ({ enum: all }: Json) =>
      Array.isArray(all) && all.length <= LONGEST_LIST ? t('values', { values: all.join(', ') }) : '';
    const kind = (schema: Json) => t(kindOf(schema));
    const lines = (schema: Json) => {
      const facts = [kind(schema), range(schema), values(schema)].filter(Boolean).join(', ');
      const initial =
        schema.default === undefined || typeof schema.default === 'object' ? '' : `${schema.default}`;
      return [
        typeof schema.description === 'string' ? schema.description : '',
        `${facts}.`,
        initial && t('default', { value: initial }),
      ].filter(Boolean);
    };
    return { kind, lines };
  }, [t]);
}

/** Numbers without an end have the largest one that a program can count to. */
function isReal(bound: unknown): boolean {
  return typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
}

const KINDS = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'fields',
  null: 'nothing',
} as const;

function kindOf(schema: Json): (typeof KINDS)[keyof typeof KINDS] | 'choice' | 'several' {
  if (Array.isArray(schema.enum)) return 'choice';
  const types = [schema.type].flat().filter((type) => type !== 'null' || schema.type === 'null');
  const type = types.length === 1 ? (types[0] as keyof typeof KINDS | undefined) : undefined;
  if (type !== undefined) return KINDS[type];
  const choices = ((schema.anyOf ?? schema.oneOf ?? []) as Json[]).filter((one) => one.type !== 'null');
  return choices.length === 1 ? kindOf(choices[0]!) : 'several';
}
