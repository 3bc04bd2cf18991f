import { v7 } from 'uuid';

/** A UUIDv7: unique, and ordered by the time it was made. */
export function newId(): string {
  return v7();
}

/** The smallest UUIDv7 of that millisecond: the boundary of a partition, or of a time filter. */
export function idFloor(date: Date): string {
  const hex = Math.max(0, date.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}
