import type { z } from 'zod';
import type { ProviderRow, StoredSecret } from '@/drizzle/schema/providers';
import type { AnyAdapter } from './adapter';
import type { ProviderProblem } from './health/health-schema';
import { openSecrets } from './keys/credentials';
import { findAdapter } from './registry';
import { unreadableIn } from './stored-fields';

type StoredKey = { id: string; secrets: Record<string, StoredSecret> } | null;
type Read =
  | { ok: true; adapter: AnyAdapter; settings: Record<string, unknown>; secrets: Record<string, string> }
  | { ok: false; problem: ProviderProblem };

/** What a row means to this version of Relevo, or why it means nothing to it: another version or another master key may have written it. */
export function readStored(row: ProviderRow, key: StoredKey): Read {
  const adapter = findAdapter(row.kind);
  if (!adapter) return { ok: false, problem: { reason: 'kind', detail: row.kind } };
  const unreadable = unreadableIn(row);
  if (unreadable) return { ok: false, problem: { reason: 'settings', detail: fieldsOf(unreadable) } };
  const settings = adapter.settings.safeParse(row.settings);
  if (!settings.success)
    return { ok: false, problem: { reason: 'settings', detail: fieldsOf(settings.error) } };
  const closed = Object.keys(key?.secrets ?? {}).filter((name) => !canOpen(key, name));
  if (closed.length > 0) return { ok: false, problem: { reason: 'secret', detail: closed.join(', ') } };
  return { ok: true, adapter, settings: settings.data, secrets: openSecrets(key) };
}

const NAMED = 5;

/** Names, never values: a value may be a password in the wrong place. */
function fieldsOf({ issues }: z.ZodError): string {
  const fields = issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    return names.map((name) => [...issue.path, ...(name === null ? [] : [name])].join('.'));
  });
  return [...new Set(fields.filter((field) => field !== ''))].slice(0, NAMED).join(', ');
}

function canOpen(key: StoredKey, name: string): boolean {
  try {
    openSecrets(key && { id: key.id, secrets: { [name]: key.secrets[name]! } });
    return true;
  } catch {
    return false;
  }
}
