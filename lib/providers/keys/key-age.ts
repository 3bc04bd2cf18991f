import type { StoredSecret } from '@/drizzle/schema/providers';
import type { AnyAdapter } from '@/lib/providers/adapter';

type Key = { secrets: Record<string, StoredSecret>; createdAt: Date };

/** Since when the service is asked with this one: the last change of a secret that goes there. Those of webhooks are not the key. */
export function keySince({ targets }: Pick<AnyAdapter, 'targets'>, { secrets, createdAt }: Key): Date | null {
  const changes = Object.entries(secrets)
    .filter(([name]) => name in targets)
    .map(([, { updatedAt }]) => Date.parse(updatedAt));
  if (changes.length === 0) return null;
  return new Date(Math.max(...changes, createdAt.getTime()));
}
