import { describe, expect, it } from 'vitest';
import { idFloor, isUuid, newId } from './ids';

describe('newId', () => {
  it('makes UUIDs of version 7, each greater than the one before', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.every((id) => isUuid(id) && id[14] === '7' && '89ab'.includes(id[19]!))).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begins with the moment, so that a partition can be told from it', () => {
    const before = new Date();
    const id = newId();
    expect(id > idFloor(before)).toBe(true);
    expect(id < idFloor(new Date(Date.now() + 1000))).toBe(true);
  });

  it('shares no random part between two ids', () => {
    const tails = Array.from({ length: 1_000 }, () => newId().slice(24));
    expect(new Set(tails).size).toBe(tails.length);
  });
});
