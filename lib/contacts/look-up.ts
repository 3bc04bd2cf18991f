import { db } from '@/lib/database/db';
import { layOver, type Person, readKnown } from './known';
import type { Given } from './prepare';
import { tellOnce } from './put';

/** What storing them would come to. `told`: who came in a part before this one. */
export async function lookUpContacts(
  companyId: string | null,
  given: readonly Given[],
  told: Set<string>,
): Promise<Person[]> {
  return tellOnce(layOver(await readKnown(db(), companyId, given), given), told);
}
