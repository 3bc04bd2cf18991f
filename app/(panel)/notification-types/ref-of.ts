import type { TypeView } from '@/lib/notifications/types/schema';

/** By what it is read and changed: of one company alone by its row, else by its key, for whom whoever looks looks at. */
export function refOf({ id, key, company }: Pick<TypeView, 'id' | 'key' | 'company'>): string {
  return company && id ? id : key;
}
