import { type FieldKind, SEGMENT_FIELDS } from './schema';

/** Of a name of one's own: as those of contacts. */
const OWN = /^fields\.[a-z][a-z0-9_]{0,39}$/;

/** Null: there is no such field. */
export function kindOf(field: string): FieldKind | null {
  if (Object.hasOwn(SEGMENT_FIELDS, field)) return SEGMENT_FIELDS[field as keyof typeof SEGMENT_FIELDS];
  return OWN.test(field) ? 'own' : null;
}
