import { checkUrl } from '@/lib/outbound/check-url';
import { checkMailServer } from './email/smtp/ports';

/** Where a request of ours goes with a secret, or a browser to sign in. */
const PLACES = [
  ['endpoint'],
  ['login', 'endpoint'],
  ['balance', 'endpoint'],
  ['iamEndpoint'],
  ['snsEndpoint'],
  ['oauth', 'authorizeUrl'],
  ['oauth', 'tokenUrl'],
];

/** Refuses URLs and ports in settings that nothing of ours may go to. @throws AppError validation_failed */
export async function checkEndpoints(settings: Record<string, unknown> | undefined): Promise<void> {
  await Promise.all([checkMailServer(settings), ...PLACES.map((path) => checkPlace(path, settings))]);
}

/** Those that `checkEndpoints` looks at. */
export function endpointsOf(settings: unknown): string[] {
  return PLACES.map((path) => urlAt(path, settings)).filter((url) => url !== undefined);
}

async function checkPlace(path: string[], settings: unknown): Promise<void> {
  const url = urlAt(path, settings);
  if (url !== undefined) await checkUrl(['settings', ...path].join('.'), url);
}

/** Anything but a URL is refused by the kind's own schema. */
function urlAt(path: string[], settings: unknown): string | undefined {
  const url = path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    settings,
  );
  return typeof url === 'string' && URL.canParse(url) ? url : undefined;
}
