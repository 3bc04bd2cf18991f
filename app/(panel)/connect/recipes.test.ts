import { describe, expect, it } from 'vitest';
import type { DoorAddress } from '@/lib/env';
import { PROGRAMS, type Program, placeOf, recipeOf, speaksSmtp } from './recipes';

const NEAR: DoorAddress = {
  url: 'https://relevo.example.com',
  host: 'relevo.example.com',
  port: 587,
  tlsPort: 465,
  certified: true,
};
const TOKEN = 'rlv_abc_secret';
const KEYS = { token: TOKEN, pair: { accessKeyId: 'RLVAID', secretAccessKey: 'secret of the pair' } };

describe('what is to be pasted', () => {
  it.each(Object.keys(PROGRAMS) as Program[])('for %s has the place and the token', (program) => {
    const { text } = recipeOf(program, NEAR, KEYS);
    // What signs its requests has no token in them.
    for (const key of program === 'ses' ? Object.values(KEYS.pair) : [TOKEN]) expect(text).toContain(key);
    expect(text).toContain('relevo.example.com');
    expect(text).not.toMatch(/undefined|false\n|null/);
    if (speaksSmtp(program)) expect(text).toContain('587');
    else if (program !== 'api') expect(text).toContain(`relevo.example.com/compat/${program}`);
  });

  it.each(Object.keys(PROGRAMS) as Program[])('for %s differs by how the door is open', (program) => {
    if (!speaksSmtp(program)) return;
    const forms = [NEAR, { ...NEAR, certified: false }, { ...NEAR, port: null }];
    expect(new Set(forms.map((door) => recipeOf(program, door, KEYS).text)).size).toBeGreaterThan(1);
  });

  it('names the port that there is, and the usual one while there is none', () => {
    expect(placeOf(NEAR)).toMatchObject({ port: 587, security: 'starttls' });
    expect(placeOf({ ...NEAR, port: null })).toMatchObject({ port: 465, security: 'tls' });
    expect(placeOf({ ...NEAR, port: null, tlsPort: null, certified: false })).toMatchObject({
      port: 2587,
      security: 'none',
    });
  });
});
