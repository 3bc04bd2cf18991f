/** Told of what is committed, by its audit action, before who did it hears of it. */
type Listener = (action: string) => Promise<void>;

/** Next bundles its routes apart from the server around it; what that one wants to hear of happens in those. */
const holder = globalThis as typeof globalThis & { relevoAfterChange?: Listener | undefined };

/** One listener for each process: it must not throw. @returns what ends it */
export function onChange(listener: Listener): () => void {
  holder.relevoAfterChange = listener;
  return () => {
    holder.relevoAfterChange = undefined;
  };
}

export async function tellChange(action: string): Promise<void> {
  await holder.relevoAfterChange?.(action);
}
