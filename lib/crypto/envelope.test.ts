import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { open, rewrap, seal } from './envelope';
import type { Keyring } from './keyring';

const [first, second] = [randomBytes(32), randomBytes(32)];
const ring = (activeId: string, keys: Record<string, Buffer>): Keyring => ({
  activeId,
  keys: new Map(Object.entries(keys)),
});
const k1 = ring('k1', { k1: first });
const cell = { table: 'provider_keys', column: 'secrets.password', rowId: 'row-1' };

describe('envelope', () => {
  it.each(['', 'secret', 'ñandú 🦤', 'x'.repeat(10_000), 'a:b:c'])('opens what it sealed', (text) => {
    expect(open(seal(text, cell, k1), cell, k1)).toBe(text);
  });

  it('has the stated format and never the text', () => {
    const sealed = seal('correct horse', cell, k1);
    expect(sealed).toMatch(/^enc:v1:k1:[A-Za-z0-9+/]+=*:[A-Za-z0-9+/]+=*$/);
    expect(sealed).not.toContain('horse');
    expect(sealed).not.toContain(Buffer.from('correct horse').toString('base64').slice(0, 12));
  });

  it('never seals the same way twice', () => {
    expect(new Set(Array.from({ length: 50 }, () => seal('same', cell, k1))).size).toBe(50);
  });

  it.each([
    { ...cell, rowId: 'row-2' },
    { ...cell, column: 'secrets.apiKey' },
    { ...cell, table: 'tokens' },
  ])('does not open in another cell: %j', (other) => {
    expect(() => open(seal('secret', cell, k1), other, k1)).toThrow();
  });

  it('does not open when any part of it was changed', () => {
    const parts = seal('secret', cell, k1).split(':');
    for (const index of [3, 4]) {
      const bytes = Buffer.from(parts[index]!, 'base64');
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes);
        changed[at]! ^= 1;
        const forged = parts.with(index, changed.toString('base64')).join(':');
        expect(() => open(forged, cell, k1), `part ${index}, byte ${at}`).toThrow();
      }
    }
  });

  it('does not open with a shortened tag', () => {
    const parts = seal('secret', cell, k1).split(':');
    const shorter = Buffer.from(parts[4]!, 'base64').subarray(0, -8).toString('base64');
    expect(() => open(parts.with(4, shorter).join(':'), cell, k1)).toThrow();
  });

  it.each(['', 'secret', 'enc:v1:k1', 'enc:v2:k1:a:b', 'enc:v1:k1::'])('does not open %j', (text) => {
    expect(() => open(text, cell, k1)).toThrow();
  });

  it('opens with an older key, and seals with the active one', () => {
    const old = seal('secret', cell, k1);
    const rotated = ring('k2', { k2: second, k1: first });
    expect(open(old, cell, rotated)).toBe('secret');
    expect(seal('secret', cell, rotated)).toMatch(/^enc:v1:k2:/);
  });

  it('goes over to the active key without its text being touched', () => {
    const old = seal('secret', cell, k1);
    const rotated = ring('k2', { k2: second, k1: first });
    const renewed = rewrap(old, cell, rotated);
    expect(renewed).toMatch(/^enc:v1:k2:/);
    expect(renewed.split(':')[4]).toBe(old.split(':')[4]);
    expect(open(renewed, cell, ring('k2', { k2: second }))).toBe('secret');
    expect(() => rewrap(old, { ...cell, rowId: 'row-2' }, rotated)).toThrow();
    expect(() => rewrap(old, cell, ring('k2', { k2: second }))).toThrow(/k1/);
  });

  it('says which key is missing', () => {
    const sealed = seal('secret', cell, ring('k9', { k9: second }));
    expect(() => open(sealed, cell, k1)).toThrow(/k9/);
  });
});
