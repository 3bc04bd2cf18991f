/** It keeps messages for viewing, and nobody receives them: what its adapter says by `keeps`, which no browser loads. */
export function isSandbox({ kind }: { kind: string }): boolean {
  return kind === 'sandbox';
}
