import { headersOf, type Literals, literal, type SampleRequest } from './request';

const WORDS: Record<string, string> = { true: 'True', false: 'False', null: 'None' };
const WRITE: Literals = {
  text: (value) => JSON.stringify(value),
  word: (value) => WORDS[String(value)] ?? String(value),
  list: ['[', ']'],
  map: ['{', '}', '{}'],
  key: (name) => `${JSON.stringify(name)}: `,
};

/** Python 3, with nothing to install. */
export function python(request: SampleRequest): string {
  const { method, path, token, body, answer } = request;
  const headers = [
    ...(token ? ['        "Authorization": "Bearer " + os.environ["RELEVO_TOKEN"],'] : []),
    ...headersOf(request).map(
      ([name, value]) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
    ),
  ];
  return [
    ...(body !== undefined || answer === 'json' ? ['import json'] : []),
    'import os',
    'import urllib.request',
    '',
    'request = urllib.request.Request(',
    `    os.environ["RELEVO_URL"] + ${JSON.stringify(path)},`,
    `    method="${method}",`,
    ...(headers.length > 0 ? ['    headers={', ...headers, '    },'] : []),
    ...(body === undefined ? [] : [`    data=json.dumps(${literal(body, WRITE, 4, 4)}).encode(),`]),
    ')',
    'with urllib.request.urlopen(request) as response:',
    ...{
      json: ['    print(json.load(response))'],
      text: ['    print(response.read().decode())'],
      nothing: ['    print(response.status)'],
    }[answer],
  ].join('\n');
}
