import { z } from 'zod';
import { TypeInput, type TypeView } from '@/lib/notifications/types/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';

const text = z.string().max(1_600).optional();
const names = z.array(z.string().max(63)).max(100).optional();

/** As the form has them: a text in each of the two languages, and of its own variables the names. */
export const TypeForm = z.strictObject({
  title: TypeInput.shape.title,
  mode: z.enum(['all', 'until_delivered']),
  steps: TypeInput.shape.steps.unwrap(),
  template: z.string().max(80).optional(),
  textEs: text,
  textEn: text,
  names,
  priority: z.enum(['urgent', 'high', 'normal', 'low']),
  dedupeHours: z.number().int().min(1).max(720),
  active: z.boolean(),
  required: z.boolean(),
  collectable: z.boolean(),
  marketing: z.boolean(),
});
export type TypeForm = z.output<typeof TypeForm>;

export const NEW_TYPE: z.input<typeof TypeForm> = {
  title: '',
  mode: 'all',
  steps: [{ channel: 'email', waitMinutes: 30 }],
  template: '',
  textEs: '',
  textEn: '',
  names: [],
  priority: 'normal',
  dedupeHours: 24,
  active: true,
  required: false,
  collectable: false,
  marketing: false,
};

export function formOf(type: TypeView): z.input<typeof TypeForm> {
  const { title, mode, steps, template, texts, priority, dedupeHours, active, required, marketing } = type;
  const { collectable } = type;
  return {
    ...{ title, mode, steps, priority, dedupeHours, active, required, collectable, marketing },
    template: template ?? '',
    textEs: texts.es ?? '',
    textEn: texts.en ?? '',
    names: type.variables.map(({ name }) => name),
  };
}

/** What is saved. Texts in other languages, made by a program, stay; of the variables those that are named still. */
export function changesOf(values: TypeForm, type?: TypeView) {
  const { textEs, textEn, template, names: named, ...facts } = values;
  const { es: _es, en: _en, ...others } = type?.texts ?? {};
  const texts = { ...others, ...(textEs && { es: textEs }), ...(textEn && { en: textEn }) };
  return { ...facts, template: template || null, texts, ...variablesOf(named ?? [], type) };
}

/** Unchanged ones are not sent: those of the template stay the template's. */
function variablesOf(named: string[], type?: TypeView): { variables?: VariableDeclaration[] } {
  const before = type?.variables ?? [];
  const added = named.filter((name) => !before.some((known) => known.name === name));
  const kept = before.filter(({ name }) => named.includes(name));
  if (type && added.length === 0 && kept.length === before.length) return {};
  const made = added.map(
    (name): VariableDeclaration => ({ name, type: 'text', required: true, example: name }),
  );
  return { variables: [...kept, ...made] };
}
