import { keepLists } from '@/lib/suppressions/held/keep-lists';

export async function keepListsTask(): Promise<void> {
  await keepLists();
}
