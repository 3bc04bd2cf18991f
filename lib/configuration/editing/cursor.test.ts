import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../json-schema';
import { cursorInJson, cursorInYaml, nameAt } from './cursor';
import { namesIn, schemasAt, valuesIn } from './schema-at';

/** `|` is where somebody writes. */
const at = (marked: string) => [marked.replace('|', ''), marked.indexOf('|')] as const;
const schema = configurationSchema();
const namesAt = (marked: string, read = cursorInYaml) => {
  const { path, beside } = read(...at(marked));
  return [...namesIn(schemasAt(schema, path, beside)).keys()];
};
const valuesAt = (marked: string, read = cursorInYaml) => {
  const { path, beside } = read(...at(marked));
  return valuesIn(schemasAt(schema, path, beside));
};

describe('YAML that is being written', () => {
  it('offers the names of where the line is indented to', () => {
    expect(namesAt('relevo: 1\n|')).toContain('providers');
    expect(namesAt('relevo: 1\nproviders:\n  Office:\n    ki|')).toEqual(
      expect.arrayContaining(['kind', 'settings', 'secrets']),
    );
    expect(namesAt('settings:\n  delivery:\n    retention:\n      days: 3\n  gen|')).toContain('general');
    expect(namesAt('companies:\n  clinica:\n    providers:\n      Own:\n        |')).toContain('kind');
  });

  it('offers the settings of the kind of provider that was written above', () => {
    const of = (kind: string) =>
      namesAt(`providers:\n  "a: b":\n    kind: ${kind} # which\n    settings:\n      |`);
    expect(of('smtp')).toContain('host');
    expect(of('mailgun')).toContain('domain');
    expect(of('mailgun')).not.toContain('host');
  });

  it('offers values that can be counted, in items of lists, too', () => {
    expect(valuesAt('providers:\n  Office:\n    kind: |')).toContain('smtp');
    expect(valuesAt('providers:\n  Office:\n    active: t|')).toEqual([true, false]);
    expect(namesAt('rules:\n  Low:\n    conditions:\n      - field: x\n        |')).toContain('op');
    expect(namesAt('rules:\n  Low:\n    conditions:\n      - |')).toContain('op');
  });
});

describe('JSON that is being written', () => {
  const within = (text: string) => `{"relevo":1,"providers":{"Office":{"kind":"smtp","settings":${text}`;

  it('offers the same by its brackets', () => {
    expect(namesAt('{"relevo": 1, "pro|', cursorInJson)).toContain('providers');
    expect(namesAt(within('{"po|'), cursorInJson)).toContain('port');
    expect(namesAt(within('{"port": 25}, "w|'), cursorInJson)).toContain('weight');
    expect(valuesAt(within('{"security": "st|'), cursorInJson)).toContain('starttls');
    expect(valuesAt(within('{}, "active": |'), cursorInJson)).toEqual([true, false]);
  });

  it('says from where what was begun is replaced', () => {
    const [text, offset] = at('{"relevo": 1, "pro|');
    expect(text.slice(cursorInJson(text, offset).from)).toBe('"pro');
  });
});

it('finds the name that somebody points at', () => {
  const yaml = 'providers:\n  Office:\n    kind: smtp\n    settings:\n      port: 587\n';
  expect(nameAt(yaml, yaml.indexOf('587'), 'yaml')?.path).toEqual([
    'providers',
    'Office',
    'settings',
    'port',
  ]);
  const json = '{\n  "providers": {\n    "Office": { "kind": "smtp", "settings": { "port": 587 } }\n  }\n}';
  expect(nameAt(json, json.indexOf('587'), 'json')?.path).toEqual([
    'providers',
    'Office',
    'settings',
    'port',
  ]);
  expect(nameAt(json, json.indexOf('smtp'), 'json')?.path).toEqual(['providers', 'Office', 'kind']);
  expect(nameAt('# nothing', 3, 'yaml')).toBeNull();
});
