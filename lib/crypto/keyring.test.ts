import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError } from '@/lib/env';
import { newId } from '@/lib/ids';
import { dataDir } from '@/lib/process/paths';
import { parseKeyring, readOrCreate } from './keyring';

const key = (bytes = 32) => randomBytes(bytes).toString('base64');

describe('parseKeyring', () => {
  it('takes the first key as the active one', () => {
    const ring = parseKeyring(`k2:${key()},k1:${key()}`);
    expect(ring.activeId).toBe('k2');
    expect([...ring.keys.keys()]).toEqual(['k2', 'k1']);
    expect(ring.keys.get('k1')).toHaveLength(32);
  });

  it('forgives blanks around keys', () => {
    expect(parseKeyring(` k2:${key()} , k1:${key()}\n`).keys.size).toBe(2);
  });

  it.each([
    ['nothing', ''],
    ['no id', key()],
    ['an empty id', `:${key()}`],
    ['an id with odd letters', `k 1:${key()}`],
    ['a short key', `k1:${key(16)}`],
    ['a long key', `k1:${key(33)}`],
    ['no base64', 'k1:!!!'],
    ['base64 with something behind it', `k1:${key()}:${key()}`],
    ['something that is not base64 in it', `k1:${key().slice(0, 20)}!!${key().slice(20)}`],
    ['an empty second key', `k1:${key()},`],
    ['the same id twice', `k1:${key()},k1:${key()}`],
  ])('refuses %s', (_title, text) => {
    expect(() => parseKeyring(text)).toThrow(EnvError);
  });

  it('never tells the key in its complaint', () => {
    const short = key(31);
    expect(() => parseKeyring(`k1:${short}`)).toThrow(/^(?!.*=)/);
    try {
      parseKeyring(`k1:${short}`);
    } catch (error) {
      expect(String(error)).not.toContain(short);
    }
  });
});

describe('readOrCreate', () => {
  it('makes a file once, for its owner only, and reads it after that', () => {
    const name = `${newId()}.key`;
    const file = join(dataDir(), name);
    expect(readOrCreate(name, () => 'first')).toBe('first');
    expect(readOrCreate(name, () => 'second')).toBe('first');
    expect(readFileSync(file, 'utf8')).toBe('first\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    rmSync(file);
  });
});
