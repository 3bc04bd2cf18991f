/** What was filled in; a blank is nothing. */
export function filled(variables: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).filter(([, value]) =>
      typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null,
    ),
  );
}
