import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf, initialValues, type JsonSchema, withoutTechnical } from './schema-model';

const Settings = z.strictObject({
  host: z.string().max(253).describe('Name of the server.'),
  port: z.number().int().min(1).max(65535).default(587),
  security: z.enum(['none', 'starttls', 'tls']).default('starttls'),
  transcript: z.boolean().default(false).meta({ technical: true, title: 'Keep transcripts' }),
  ehloName: z.string().nullable().optional(),
  tls: z.strictObject({ verify: z.boolean().default(true).meta({ technical: true }) }).optional(),
  scopes: z.array(z.string()).optional(),
  anything: z.record(z.string(), z.unknown()).optional(),
});
const fields = fieldsOf(z.toJSONSchema(Settings, { io: 'input' }) as JsonSchema);
const field = (key: string) => fields.find((candidate) => candidate.key === key)!;

describe('fieldsOf', () => {
  it('keeps the order of the schema and leaves out what has no input', () => {
    expect(fields.map((each) => each.key)).toEqual([
      'host',
      'port',
      'security',
      'transcript',
      'ehloName',
      'tls',
      'scopes',
    ]);
  });

  it('knows each kind of input', () => {
    expect(field('host')).toMatchObject({ kind: 'text', required: true, description: 'Name of the server.' });
    expect(field('port')).toMatchObject({
      kind: 'integer',
      required: false,
      min: 1,
      max: 65535,
      initial: 587,
    });
    expect(field('security')).toMatchObject({ kind: 'choice', choices: ['none', 'starttls', 'tls'] });
    expect(field('ehloName')).toMatchObject({ kind: 'text', required: false, title: 'Ehlo name' });
    expect(field('scopes')).toMatchObject({ kind: 'list' });
    expect(field('tls').fields).toMatchObject([{ key: 'tls.verify', kind: 'boolean', initial: true }]);
  });

  it('takes title and technical from the metadata', () => {
    expect(field('transcript')).toMatchObject({ technical: true, title: 'Keep transcripts' });
    expect(field('host').technical).toBe(false);
  });
});

describe('withoutTechnical', () => {
  it('drops technical fields, and groups that hold nothing else', () => {
    const keys = withoutTechnical(fields).map((each) => each.key);
    expect(keys).not.toContain('transcript');
    expect(keys).not.toContain('tls');
    expect(keys).toContain('host');
  });
});

describe('initialValues', () => {
  it('starts with defaults and blanks', () => {
    expect(initialValues(fields)).toEqual({
      host: '',
      port: 587,
      security: 'starttls',
      transcript: false,
      ehloName: '',
      tls: { verify: true },
      scopes: [],
    });
  });
});
