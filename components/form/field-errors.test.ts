import { describe, expect, it } from 'vitest';
import { closestField, dropBlanks, firstError, flattenErrors } from './field-errors';

describe('flattenErrors', () => {
  it('tells nested paths in order and skips element references', () => {
    const errors = {
      name: { type: 'required', message: 'short', ref: { message: 'an element' } },
      settings: { tls: { minVersion: { type: 'option', message: 'old', params: { options: 'new' } } } },
      to: [undefined, { type: 'email', message: 'not an address' }],
    };
    expect(flattenErrors(errors)).toEqual([
      { path: 'name', code: 'required', params: {}, message: 'short' },
      { path: 'settings.tls.minVersion', code: 'option', params: { options: 'new' }, message: 'old' },
      { path: 'to.1', code: 'email', params: {}, message: 'not an address' },
    ]);
  });

  it('is empty without errors', () => {
    expect(flattenErrors({})).toEqual([]);
    expect(firstError(undefined)).toBeUndefined();
  });
});

describe('closestField', () => {
  const names = ['to', 'settings.host', 'settings.tls'];

  it('finds the field itself', () => {
    expect(closestField('settings.host', names)).toBe('settings.host');
  });

  it('finds the field around an entry or a part', () => {
    expect(closestField('to.3.email', names)).toBe('to');
    expect(closestField('settings.tls.verify', names)).toBe('settings.tls');
  });

  it('finds none when the field is not on the page', () => {
    expect(closestField('settings.port', names)).toBeUndefined();
  });
});

describe('dropBlanks', () => {
  it('drops empty strings and undefined at every depth, keeps null, zero and false', () => {
    const input = { a: '', b: undefined, c: null, d: 0, e: false, f: { g: '', h: 'x' }, i: [''] };
    expect(dropBlanks(input)).toEqual({ c: null, d: 0, e: false, f: { h: 'x' }, i: [''] });
  });

  it('leaves files and dates as they are', () => {
    const file = new File(['x'], 'x.pdf');
    expect(dropBlanks({ file }).file).toBe(file);
  });
});
