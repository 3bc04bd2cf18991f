import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import type { ApiAnswer, ApiCallSeen } from '../api-server';
import { playOf } from './plays';
import { type AskedOfFake, WIRES } from './wires';

export const FAKE_KEY = 'sk-canary-key-of-a-test-value';

type Options = {
  /** What the model says; text as it is, anything else as JSON. */
  says?: (asked: AskedOfFake) => unknown;
  models?: string[];
};

export type AiFake = {
  answer(call: ApiCallSeen): ApiAnswer;
  /** What was asked so far. */
  asked: AskedOfFake[];
  /** In what requests departed from what the service takes: a test fails on any. */
  flaws: string[];
};

/** A service of one kind that takes nothing but what its document says, and plays what the name of the model tells. */
export function aiFake(
  kind: AiKindName,
  { says = () => ({ ok: true }), models = ['ok'] }: Options = {},
): AiFake {
  const fake: AiFake = { asked: [], flaws: [], answer };
  return fake;

  function answer(call: ApiCallSeen): ApiAnswer {
    checkHead(call);
    if (call.method === 'GET') return listOf(models);
    const { wire } = kindOf(kind);
    const shape = WIRES[wire];
    const body = JSON.parse(call.body.toString('utf8')) as Record<string, unknown>;
    const asked = shape.read(body, call.path);
    fake.asked.push(asked);
    if (call.method !== 'POST' || !shape.path(asked.model).test(call.path))
      flaw(`${call.method} ${call.path}`);
    for (const key of Object.keys(body)) if (!shape.keys.includes(key)) flaw(`unknown key ${key}`);
    if (wire === 'responses' && body.store !== false) flaw('the answer would be kept');
    checkSchema(asked);
    const play = playOf(kind, asked.model);
    if (play) return play;
    const said = says(asked);
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    const cut = asked.model === 'truncated';
    const refused = asked.model === 'refuse';
    return {
      status: 200,
      headers: { 'x-request-id': 'req_fake' },
      body: shape.answer(asked.model, { text: cut ? text.slice(0, 4) : refused ? '' : text, cut, refused }),
    };
  }

  function checkHead({ headers, path }: ApiCallSeen): void {
    const { auth } = kindOf(kind);
    const name = auth === 'bearer' ? 'authorization' : auth;
    const expected = auth === 'bearer' ? `Bearer ${FAKE_KEY}` : FAKE_KEY;
    if (headers[name] !== expected) flaw(`${name}: ${headers[name]}`);
    const others = ['authorization', 'x-api-key', 'api-key', 'x-goog-api-key'].filter(
      (each) => each !== name,
    );
    for (const other of others) if (headers[other] !== undefined) flaw(`two ways to sign in: ${other}`);
    if (path.includes(FAKE_KEY)) flaw('the key stands in the address');
    if (auth === 'x-api-key' && headers['anthropic-version'] !== '2023-06-01') flaw('no anthropic-version');
    if (headers['user-agent'] !== 'Relevo') flaw(`user-agent: ${headers['user-agent']}`);
  }

  function checkSchema({ schema, instructions }: AskedOfFake): void {
    if (kindOf(kind).schemas !== false && schema === undefined) flaw('no schema');
    if (schema !== undefined && kindOf(kind).wire !== 'google') checkClosed(schema, '');
    if (!instructions.includes('Answer with JSON alone')) flaw('no instructions');
  }

  /** Strict modes take no object that allows more than is named, nor one with a key that may be absent. */
  function checkClosed(schema: unknown, at: string): void {
    if (typeof schema !== 'object' || schema === null) return;
    const { type, properties = {}, required, additionalProperties } = schema as Node;
    if (type === 'object') {
      if (additionalProperties !== false) flaw(`additionalProperties at ${at}`);
      const absent = Object.keys(properties).filter((key) => !required?.includes(key));
      if (absent.length > 0) flaw(`not required at ${at}: ${absent}`);
    }
    for (const [key, inner] of Object.entries(schema)) checkClosed(inner, `${at}/${key}`);
  }

  function flaw(what: string): void {
    fake.flaws.push(`${kind}: ${what}`);
  }
}

type Node = { type?: unknown; properties?: object; required?: string[]; additionalProperties?: unknown };

/** Google has a list of its own, and a page of it at a time. */
function listOf(models: string[]): ApiAnswer {
  return {
    status: 200,
    body: {
      data: models.map((id) => ({ id, object: 'model' })),
      models: models.map((name) => ({ name: `models/${name}` })),
    },
  };
}
