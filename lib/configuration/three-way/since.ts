import { isTree } from '@/lib/settings/difference';
import { readThings, type StoredThing } from '@/lib/versions/things';
import { ConfigurationDocument } from '../document';
import { toDocument } from '../export';
import type { Fields } from '../noun';
import type { Present } from '../present';
import { versionOf } from '../versions/get';
import { presentOf } from '../versions/things';
import { type Choices, type Difference, mergeDocuments } from './merge';

export type MergeOptions = { base: number; prune: boolean; choices: Choices };

/**
 * What a document that began as version `base` changes of it, with what others changed since left as they have it.
 * @throws AppError not_found: that version is not kept any more
 */
export async function sinceVersion(
  mine: ConfigurationDocument,
  present: Present,
  { base, ...options }: MergeOptions,
): Promise<{ document: ConfigurationDocument; conflicts: Difference[] }> {
  await versionOf(base);
  const then = await readThings(base);
  const three = {
    base: asRead(toDocument(presentOf(then))),
    theirs: markSecrets(asRead(toDocument(present)), present, then),
    mine: mine as Fields,
  };
  const { merged, conflicts } = mergeDocuments(three, options);
  return { document: merged as ConfigurationDocument, conflicts: conflicts.map(masked) };
}

/** As a document that says so is read; one of an older program may say what cannot be any more. */
function asRead(document: Fields): Fields {
  const { success, data } = ConfigurationDocument.safeParse(document);
  return success ? (data as Fields) : document;
}

/** A secret that is another one by now is so only by a mark: of both a document says that they are there. */
function markSecrets(document: Fields, { things, keys }: Present, then: StoredThing[]): Fields {
  for (const [noun, all] of things)
    for (const { id, companyId, name, secrets = {} } of all) {
      const was = then.find(({ section, thingId }) => section === noun.section && thingId === id);
      const within = companyId === null ? document : child(document.companies, keys.get(companyId)!);
      const told = child(child(within[noun.section], name).secrets, '');
      for (const secret of Object.keys(secrets).filter((one) => was && was.secrets[one] !== secrets[one]))
        told[secret] = { set: true, changed: true };
    }
  return document;
}

function child(of: unknown, name: string): Fields {
  const tree = isTree(of) ? of : {};
  const found = name === '' ? tree : tree[name];
  return isTree(found) ? found : {};
}

/** Whoever reads of a conflict may not read a secret with it. */
function masked(conflict: Difference): Difference {
  const { path, base, theirs, mine } = conflict;
  return { path, base: hide(path, base), theirs: hide(path, theirs), mine: hide(path, mine) };
}

const MASK = '••••';

function hide(path: string, value: unknown): unknown {
  if (value === undefined) return null;
  if (isSecret(path)) return value === null ? null : MASK;
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [name, hide(`${path}.${name}`, below)]),
  );
}

/** `providers.Office.secrets.password`, and all below it; a name may have dots in it. */
function isSecret(path: string): boolean {
  return path.split('.').slice(2, -1).includes('secrets');
}
