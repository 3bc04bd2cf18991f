import { keyOf } from '@/lib/companies/resolve';
import type { AlertKind } from './kinds';
import type { RuleRow } from './measure';
import type { AlertRuleView } from './schema';

export async function viewRule(row: RuleRow): Promise<AlertRuleView> {
  const company = await keyOf(row.companyId);
  const { companyId: _o, createdAt: _c, updatedAt: _u, kind, mutedUntil, ...fields } = row;
  return {
    ...fields,
    kind: kind as AlertKind,
    mutedUntil: mutedUntil?.toISOString() ?? null,
    ...(company && { company }),
  };
}

export function inAudit({
  id: _,
  createdAt: _c,
  updatedAt: _u,
  version: _v,
  companyId: _o,
  ...rule
}: RuleRow) {
  return rule;
}

export function toDate(value: string | null | undefined): Date | null {
  return value ? new Date(value) : null;
}
