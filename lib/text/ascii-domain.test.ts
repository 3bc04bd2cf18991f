import { domainToASCII } from 'node:url';
import { expect, it } from 'vitest';
import { asciiDomain, asciiDomainOf } from './ascii-domain';

it.each([
  ['Example.COM', 'example.com'],
  ['clínica.example', 'xn--clnica-4va.example'],
  ['CLÍNICA.example', 'xn--clnica-4va.example'],
  ['cli\u0301nica.example', 'xn--clnica-4va.example'],
  ['XN--clnica-4va.example', 'xn--clnica-4va.example'],
  ['правительство.рф', 'xn--80aealotwbjpid2k.xn--p1ai'],
  ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ['straße.example', 'xn--strae-oqa.example'],
])('%s is %s, as Node has it', (domain, ascii) => {
  expect(asciiDomain(domain)).toBe(ascii);
  expect(domainToASCII(domain)).toBe(ascii);
  expect(asciiDomainOf(`"ana@home"@${domain}`)).toBe(ascii);
});

it('leaves what is no domain as it is', () => {
  expect(asciiDomain('Ñ .example')).toBe('ñ .example');
});
