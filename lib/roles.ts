/** From the most to the least: each may what those after it may. What that is stands in `permissions.ts`. */
export const ROLES = ['administrator', 'technician', 'viewer'] as const;
export type Role = (typeof ROLES)[number];
