export const ROLES = ['administrator', 'technician', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who may do at least what `needed` may: administrator > technician > viewer. */
export function roleAllows(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(needed);
}
