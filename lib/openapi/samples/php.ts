import { headersOf, type Literals, literal, type SampleRequest } from './request';

const WRITE: Literals = {
  text: quoted,
  word: String,
  list: ['[', ']'],
  // An empty array would be a list in JSON.
  map: ['[', ']', 'new stdClass()'],
  key: (name) => `${quoted(name)} => `,
};

/** PHP 7 or newer, with its curl. */
export function php(request: SampleRequest): string {
  const { method, path, token, body, answer } = request;
  const headers = [
    ...(token ? [`        'Authorization: Bearer ' . getenv('RELEVO_TOKEN'),`] : []),
    ...headersOf(request).map(([name, value]) => `        ${quoted(`${name}: ${value}`)},`),
  ];
  return [
    '<?php',
    `$request = curl_init(getenv('RELEVO_URL') . ${quoted(path)});`,
    'curl_setopt_array($request, [',
    ...(method === 'GET' ? [] : [`    CURLOPT_CUSTOMREQUEST => '${method}',`]),
    ...(headers.length > 0 ? ['    CURLOPT_HTTPHEADER => [', ...headers, '    ],'] : []),
    ...(body === undefined ? [] : [`    CURLOPT_POSTFIELDS => json_encode(${literal(body, WRITE, 4, 4)}),`]),
    '    CURLOPT_RETURNTRANSFER => true,',
    ']);',
    '$answer = curl_exec($request);',
    'if ($answer === false) {',
    '    throw new RuntimeException(curl_error($request));',
    '}',
    'if (curl_getinfo($request, CURLINFO_RESPONSE_CODE) >= 400) {',
    '    throw new RuntimeException($answer);',
    '}',
    ...{
      json: ['print_r(json_decode($answer, true));'],
      text: ['echo $answer;'],
      nothing: [],
    }[answer],
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
