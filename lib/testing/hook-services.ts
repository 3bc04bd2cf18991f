import { type ApiAnswer, type ApiCallSeen, startApiServer } from './api-server';
import { type Held, HOOK_PLAYS, type HookKind } from './hook-plays';

export type HookService = {
  url: string;
  held: Held;
  calls: ApiCallSeen[];
  /** Spoils the answer to a request; `lost`: it is carried out, and its answer never arrives. */
  fault?: (call: ApiCallSeen) => ApiAnswer | 'lost' | undefined;
};

/** A service on this machine that keeps webhooks as it is documented to. */
export async function startHookService(kind: HookKind, held: Held = []): Promise<HookService> {
  const { answer } = HOOK_PLAYS[kind];
  const service: Pick<HookService, 'held' | 'fault'> = { held };
  const { url, calls } = await startApiServer((call) => {
    const spoilt = service.fault?.(call);
    if (spoilt && spoilt !== 'lost') return spoilt;
    const said = answer(call, held);
    return spoilt === 'lost' ? 'drop' : said;
  });
  return Object.assign(service, { url, calls });
}
