type Declared = { name: string; example?: unknown };

/** What previews and tests show: of each variable the example that it was declared with. */
export function examplesOf(declared: Declared[]): Record<string, unknown> {
  return Object.fromEntries(
    declared.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
  );
}
