/** The variable of the environment that decides a setting of the system: `system.database.idleSeconds` → `RELEVO_DATABASE_IDLE_SECONDS`. */
export function variableOf(path: string): string {
  const [, ...names] = path.split('.');
  return `RELEVO_${names.map((name) => name.replace(/[A-Z]/g, '_$&').toUpperCase()).join('_')}`;
}
