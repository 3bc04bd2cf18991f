import { addressOf } from '@/lib/openapi/samples/of-operation';
import type { SampleRequest } from '@/lib/openapi/samples/request';
import type { OperationView, ParameterRow } from '@/lib/openapi/view-schema';

/** A request that somebody is putting together. */
export type Draft = {
  /** By the name of a parameter. */
  values: Record<string, string>;
  /** As it is typed, which may be no JSON yet. */
  body: string;
};

export function draftOf({ parameters, example }: OperationView): Draft {
  return {
    values: Object.fromEntries(parameters.filter(isGiven).map(({ path, example: value }) => [path, value])),
    body: example.body === undefined ? '' : JSON.stringify(example.body, null, 2),
  };
}

/** A filter of an example would find nothing here, and its key would be one that was used; these are shown as what could stand there. */
function isGiven({ required, path }: ParameterRow): boolean {
  return required || path === 'Prefer';
}

/** Null: it can be read, or there is none. */
export function whyNoJson(text: string): string | null {
  try {
    if (text.trim() !== '') JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

export function toRequest(operation: OperationView, { values, body }: Draft): SampleRequest {
  const { method, path, scope, parameters, example } = operation;
  const given = (where: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === where && values[parameter.path])
        .map((parameter) => [parameter.path, values[parameter.path]!]),
    );
  const sent = operation.body && body.trim() !== '' ? readBody(body) : undefined;
  return {
    method,
    path: addressOf(path, { params: given('path'), query: given('query') }),
    token: scope !== null,
    headers: given('header'),
    ...(sent !== undefined && { body: sent }),
    answer: example.answer,
  };
}

function readBody(text: string): unknown {
  return whyNoJson(text) === null ? JSON.parse(text) : {};
}
