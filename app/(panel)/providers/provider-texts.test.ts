import { describe, expect, it } from 'vitest';
import { type FieldModel, type JsonSchema, withoutTechnical } from '@/components/form/schema-model';
import { messagesOf } from '@/lib/i18n/messages';
import { listProviderKinds } from '@/lib/providers/kinds';
import { testContext } from '@/lib/testing/factories';
import { secretFields, settingFields } from './provider-form-values';
import type { ProviderKindView } from './provider-kind';

type Texts = { [key: string]: Texts | string };
type FieldTexts = { label?: string; help?: string; choices?: Record<string, string> };

const { kinds, fields, presets } = messagesOf('en').providers as Record<string, Texts>;
const found = (await listProviderKinds(testContext)).data as unknown as (ProviderKindView & {
  settings: JsonSchema;
})[];

/** The keys are the same in every language, which another test sees to. */
describe.each(found.map((kind) => [kind.kind, kind] as const))('texts for %s', (name, kind) => {
  const all = [...settingFields(kind), ...secretFields(kind)].flatMap(withParts);
  const textsOf = ({ key }: FieldModel): FieldTexts => {
    const path = key.replaceAll('.', '_');
    const own = ((fields!.of as Texts)[name] as Texts | undefined)?.[path] as FieldTexts | undefined;
    return { ...(fields![path] as FieldTexts | undefined), ...own };
  };

  it('name it and its own preset', () => {
    expect(kinds![name]).toBeTypeOf('string');
    expect(kind.presets.length).toBeGreaterThan(0);
    expect(presets![kind.presets[0]!.name]).toMatchObject({ text: expect.any(String) });
  });

  it('label every field', () => {
    expect(all.filter((field) => !textsOf(field).label).map(({ key }) => key)).toEqual([]);
  });

  it('explain what an administrator sees', () => {
    const shown = withoutTechnical([...settingFields(kind), ...secretFields(kind)]);
    expect(shown.filter((field) => !textsOf(field).help).map(({ key }) => key)).toEqual([]);
  });

  it('name every choice', () => {
    const wordless = all.flatMap((field) =>
      field.choices
        .filter((choice) => !textsOf(field).choices?.[choice.replaceAll('.', '_')])
        .map((choice) => `${field.key}: ${choice}`),
    );
    expect(wordless).toEqual([]);
  });
});

function withParts(field: FieldModel): FieldModel[] {
  return [field, ...field.fields.flatMap(withParts)];
}
