import type { z } from 'zod';
import { createRule } from '@/lib/rules/change';
import { RuleInput, type RuleView } from '@/lib/rules/schema';
import { createKind } from '@/lib/subject-kinds/change';
import { KindInput, type KindView } from '@/lib/subject-kinds/schema';
import { createSource } from '@/lib/subject-sources/change';
import { SourceInput, type SourceView } from '@/lib/subject-sources/schema';
import { upsertSubject } from '@/lib/subjects/save';
import { SubjectInput } from '@/lib/subjects/schema';
import { makeContact } from './contacts';
import { testContext } from './factories';
import { makeType } from './notification-types';

let count = 0;

/** Books on loan, unless told otherwise: a kind that nothing in the code knows. */
export function makeKind(input: Partial<z.input<typeof KindInput>> = {}): Promise<KindView> {
  const key = `loan-${++count}`;
  const fields = [
    { name: 'book', type: 'text' as const },
    { name: 'due_on', type: 'date' as const },
    { name: 'fine', type: 'number' as const },
    { name: 'limit', type: 'number' as const },
    { name: 'back', type: 'boolean' as const },
  ];
  return createKind(testContext, KindInput.parse({ key, title: key, fields, ...input }));
}

/** At an address that nothing is asked of. */
export function makeSource(
  kind: string,
  input: Partial<z.input<typeof SourceInput>> = {},
): Promise<SourceView> {
  const defaults = { title: `loans ${++count}`, kind, url: 'https://192.0.3.9/loans.csv' };
  return createSource(testContext, SourceInput.parse({ ...defaults, ...input }));
}

/** With somebody whom it is told, unless told otherwise. */
export async function makeSubject(
  kind: string,
  data: object,
  input: Partial<z.input<typeof SubjectInput>> = {},
) {
  const { key: contact } = await makeContact({
    phone: '+595981123456',
    ...(input.company && { company: input.company }),
  });
  const defaults = { kind, key: `loan ${++count}`, contact, data: { book: 'Yo el Supremo', ...data } };
  return upsertSubject(testContext, SubjectInput.parse({ ...defaults, ...input }));
}

/** Of a type of its own by text message, from now on. */
export async function makeRule(
  kind: string,
  input: Partial<z.input<typeof RuleInput>> = {},
): Promise<RuleView> {
  const type = input.type ?? (await makeType(input.company ? { company: input.company } : {})).key;
  const defaults = {
    title: `rule ${++count}`,
    kind,
    timeZone: 'America/Asuncion',
    conditions: [{ field: 'fine', op: 'gt' as const, value: 5_000 }],
    start: 'all' as const,
  };
  return createRule(testContext, RuleInput.parse({ ...defaults, ...input, type }));
}
