import { AppError } from '@/lib/errors';
import { may, type Permission, rolesThatMay } from '@/lib/permissions';
import type { Role } from '@/lib/roles';

/** @throws AppError forbidden, with the roles that may */
export function checkMay(role: Role, permission: Permission): void {
  if (may(role, permission)) return;
  throw new AppError('forbidden', `This needs the role ${rolesThatMay(permission).join(' or ')}.`);
}
