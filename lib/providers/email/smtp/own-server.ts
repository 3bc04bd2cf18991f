/** A server of one's own, as the panel (`own`) or a program (none at all) makes it; any other preset is a service's. */
export function isOwnServer({ preset }: { preset?: string }): boolean {
  return preset === undefined || preset === 'own';
}
