import { type Example, isFile, type Operation } from '../operation';
import type { SampleRequest } from './request';

/** Of what has nothing but an id, where nobody says which one. */
export const SOME_ID = '01999999-0000-7000-8000-000000000000';

/** The example of an operation, as a request: `POST /api/v1/messages/{id}/cancel` with some id. */
export function exampleRequest(
  { method, path, token }: { method: string; path: string; token: boolean },
  { example = {}, answer }: Pick<Operation, 'example' | 'answer'>,
): SampleRequest {
  return {
    method,
    path: addressOf(path, example),
    token,
    headers: example.headers ?? {},
    ...(example.body !== undefined && { body: example.body }),
    answer: answer === null ? 'nothing' : isFile(answer) ? 'text' : 'json',
  };
}

export function addressOf(path: string, { params = {}, query = {} }: Example): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? (name === 'position' ? '0' : SOME_ID)),
  );
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}
