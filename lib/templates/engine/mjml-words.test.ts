import { expect, it } from 'vitest';
import { compileMjml } from './compile-mjml';
import { MJML_TAGS } from './mjml-words';

/** A place in which the element may stand: the way down to it. */
function wayTo(name: string): string[] {
  if (name === 'mjml') return [];
  const [parent] = Object.entries(MJML_TAGS).find(([, { children }]) => children.includes(name)) ?? [];
  if (!parent) throw new Error(`${name} stands nowhere`);
  return [...wayTo(parent), parent];
}

it.each(Object.keys(MJML_TAGS))('%s stands where it is offered, and takes what is offered', async (name) => {
  const written = MJML_TAGS[name]!.attributes.map((attribute) => `${attribute}=""`).join(' ');
  const way = wayTo(name);
  const outside = way.map((parent) => `<${parent}>`).join('');
  const ends = way
    .toReversed()
    .map((parent) => `</${parent}>`)
    .join('');
  const { errors } = await compileMjml(`${outside}<${name} ${written}></${name}>${ends}`);
  const known = errors.filter(({ message }) => /illegal|doesn't exist|cannot be used inside/i.test(message));
  expect(known).toEqual([]);
});

it('is told by the compiler what is not offered', async () => {
  const { errors } = await compileMjml(
    '<mjml><mj-body><mj-section nonsense="1" /><mj-nothing /></mj-body></mjml>',
  );
  expect(errors.map(({ message }) => message).join()).toMatch(/illegal[\s\S]*doesn't exist/i);
});
