import { expect, it } from 'vitest';
import { licencesOf } from './package-licences';

/** All of them may be part of a work under the AGPL 3: https://www.gnu.org/licenses/license-list.html (read 2026-11). */
const COMPATIBLE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'SIL OPEN FONT LICENSE',
  'Unlicense',
];
/** Builds of a package for other systems, of which the lock file says nothing: that of the package itself holds. */
const BUILDS = /^@(next\/swc|swc\/core)-/;

it('has nothing on board that may not go along under the AGPL', () => {
  const licences = licencesOf();
  expect(licences.length).toBeGreaterThan(300);
  const strange = licences.filter(({ name, licence }) => !BUILDS.test(name) && !isCompatible(licence));
  expect(strange).toEqual([]);
});

/** `A AND B`: all of them; `A OR B`: one is enough. */
function isCompatible(licence: string): boolean {
  const all = licence.replace(/^\((.*)\)$/, '$1').split(' AND ');
  return all.every((part) => part.split(' OR ').some((one) => COMPATIBLE.includes(one)));
}
