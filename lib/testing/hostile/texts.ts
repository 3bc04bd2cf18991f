/** What costs an expression with a choice in it more than a look at each character: long runs, with what breaks them at the end. */
export function hostileTexts(length: number): Record<string, string> {
  const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const units: Record<string, string> = {
    blanks: ' ',
    tabs: '\t',
    'line breaks': '\r\n',
    quotes: '"',
    'escaped quotes': '\\"',
    backslashes: '\\',
    'opening brackets': '<',
    'closing brackets': '>',
    'nested brackets': '(<[{',
    'half an address': 'a@',
    addresses: 'a@b.co,',
    ats: '@',
    dots: '.',
    labels: 'a.',
    hyphens: '-',
    'labels of hyphens': 'a-',
    digits: '1',
    'groups of digits': '1.',
    zeros: '0',
    letters: 'a',
    'capital letters': 'A',
    'letters beyond ASCII': 'é',
    ideographs: '漢',
    smileys: '😀',
    'combining marks': 'a\u0301\u0323',
    'ideographic stops': '。',
    slashes: '/',
    'content types': 'a/a; a=a',
    semicolons: ';',
    commas: ',',
    colons: ':',
    equals: '=',
    percents: '%',
    escapes: '%20',
    'plus signs': '+',
    'minus signs and digits': '-1',
    'parts of a time': '00:00',
    'parts of a date': '2026-01-01T',
    'encoded words': '=?utf-8?Q?a?=',
    URLs: 'https://a.',
    'joined words': 'a_b-c',
  };
  const ends: Record<string, string> = { '': '', ' and what fits nowhere': '\0!<' };
  return Object.fromEntries(
    Object.entries(units).flatMap(([name, unit]) =>
      Object.entries(ends).map(([end, tail]) => [`${name}${end}`, fill(unit) + tail]),
    ),
  );
}
