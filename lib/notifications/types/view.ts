import { keyOf } from '@/lib/companies/resolve';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { findBuiltIn } from './built-in';
import { declaredBy } from './declared';
import type { Type } from './read';
import type { TypeView } from './schema';

export async function viewType(type: Type, companyId: string | null): Promise<TypeView> {
  const [company, variables] = await Promise.all([keyOf(type.companyId), declaredBy(type, companyId)]);
  const { id, key, title, marketing, required, collectable, mode, steps, template, texts } = type;
  const { dedupeHours, active, version } = type;
  return {
    id,
    key,
    title,
    origin: id === null ? 'built_in' : findBuiltIn(key) ? 'changed' : 'own',
    category: type.category as TypeView['category'],
    marketing,
    required,
    collectable,
    mode,
    steps: steps as TypeView['steps'],
    template,
    texts,
    variables: variables as VariableDeclaration[],
    priority: type.priority as TypeView['priority'],
    dedupeHours,
    active,
    version,
    ...(company && { company }),
  };
}
