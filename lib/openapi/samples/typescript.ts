import { headersOf, type Literals, literal, type SampleRequest } from './request';

const WRITE: Literals = {
  text: quoted,
  word: String,
  list: ['[', ']'],
  map: ['{', '}', '{}'],
  key: (name) => `${keyOf(name)}: `,
};

/** Node 20 or newer, as a module. */
export function typescript(request: SampleRequest): string {
  const { method, path, token, body, answer } = request;
  const headers = [
    ...(token ? [`    Authorization: \`Bearer \${process.env.RELEVO_TOKEN}\`,`] : []),
    ...headersOf(request).map(([name, value]) => `    ${keyOf(name)}: ${quoted(value)},`),
  ];
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length > 0 ? ['  headers: {', ...headers, '  },'] : []),
    ...(body === undefined ? [] : [`  body: JSON.stringify(${literal(body, WRITE, 2)}),`]),
  ];
  const url = `\`\${process.env.RELEVO_URL}${path}\``;
  return [
    options.length > 0
      ? `const response = await fetch(${url}, {\n${options.join('\n')}\n});`
      : `const response = await fetch(${url});`,
    'if (!response.ok) throw new Error(await response.text());',
    ...{
      json: ['console.log(await response.json());'],
      text: ['console.log(await response.text());'],
      nothing: [],
    }[answer],
  ].join('\n');
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}
