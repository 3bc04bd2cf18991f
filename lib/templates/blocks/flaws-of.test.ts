import { describe, expect, it } from 'vitest';
import { STARTERS } from '../starters/registry';
import type { BlockDocument } from './document';
import { blockWith, flawsOf } from './flaws-of';

const written = (): BlockDocument => structuredClone(STARTERS[1]!.texts.en.document);

describe('what is wrong with a document', () => {
  it('is nothing with a starter', () => expect(flawsOf(written())).toEqual([]));

  it('is told with the block that it is in', () => {
    const document = written();
    const button = document.sections
      .flatMap((section) => (section.kind === 'columns' ? section.columns : []))
      .flatMap(({ blocks }) => blocks)
      .find(({ kind }) => kind === 'button')!;
    (button as { href: string }).href = 'javascript:alert(1)';
    expect(flawsOf(document)).toEqual([expect.objectContaining({ code: 'template_href', node: button.id })]);
  });

  it('is told of a section, and of the whole', () => {
    const document = written();
    (document.sections[0] as { gap: number }).gap = 999;
    expect(flawsOf(document)).toEqual([expect.objectContaining({ node: document.sections[0]!.id })]);
    const many = written();
    many.sections = Array.from({ length: 61 }, () => many.sections[0]!);
    expect(flawsOf(many)).toEqual([expect.objectContaining({ path: 'sections', node: null })]);
  });
});

it('finds the block that says something', () => {
  const id = blockWith(written(), 'topup_url');
  expect(JSON.stringify(written())).toMatch(new RegExp(`"id":"${id}"[^{}]*|"${id}"`));
  expect(id).not.toBeNull();
  expect(blockWith(written(), 'nobody_says_this')).toBeNull();
});
