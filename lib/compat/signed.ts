import { AppError } from '@/lib/errors';
import { authenticateWith, type Caller } from '@/lib/http/authenticate';
import { JsonScan } from '@/lib/http/json-scan';
import { LargeJson, parseJson } from '@/lib/http/parse-json';
import { checkPlain } from '@/lib/http/plain-input';
import { scanInTurns } from '@/lib/http/scan-in-turns';
import { findAccessKey } from '@/lib/tokens/access-keys';
import { holderWithoutSecret } from '@/lib/tokens/verify';
import { isSignedWith, readSignature } from './signature';

const MOST_VALUES = 200_000;
const LARGE_BYTES = 1024 * 1024;

export type Claim = { check: (bytes: Uint8Array) => Promise<Required<Caller>> };

/** Whom a signed request says it is from. @throws AppError unauthorized, for a signature that cannot be right whatever was signed */
export async function readClaim(request: Request, requestId: string): Promise<Claim> {
  const given = readSignature(request.headers);
  const refuse = async (why: string): Promise<never> => {
    await authenticateWith(request, requestId, async () => {
      throw new AppError('unauthorized', why);
    });
    throw new Error('unreachable');
  };
  if (typeof given === 'string') return refuse(given);
  const known = await findAccessKey(given.accessKeyId);
  if (!known) return refuse(WRONG);
  const { method, headers } = request;
  const { pathname, search } = new URL(request.url);
  return {
    check: (body) =>
      authenticateWith(request, requestId, async (client) => {
        if (!(await isSignedWith(known.secret, given, { method, url: pathname + search, headers, body })))
          throw new AppError('unauthorized', WRONG);
        return holderWithoutSecret(known.publicId, client);
      }),
  };
}

const WRONG =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method, and that a proxy keeps Host and path as they are.';

/** Its body, which is JSON whatever it is called. @throws AppError malformed_json */
export async function parseSigned(bytes: Uint8Array): Promise<unknown> {
  await scanInTurns(bytes, new JsonScan(MOST_VALUES));
  const body = bytes.length > LARGE_BYTES ? await parseLarge(bytes) : parseJson(bytes);
  checkPlain(body);
  return body;
}

function parseLarge(bytes: Uint8Array): Promise<unknown> {
  const json = new LargeJson();
  json.push(bytes);
  return json.parse();
}
