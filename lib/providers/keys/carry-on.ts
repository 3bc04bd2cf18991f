import type { Context } from '@/lib/context';
import { log } from '@/lib/log';
import { loadProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { giveUp, noteFailure } from './rotation-failure';
import { activateMade, makeKey, testMade } from './rotation-steps';
import type { Point, Work } from './rotation-work';
import { claimRotation, LostClaim, type RotationRow } from './rotations';

const STEPS = { make: makeKey, test: testMade, activate: activateMade };

/**
 * Goes on with a rotation from where it stopped, until it is over or has to wait. A process that dies leaves its claim, which runs out, and
 * another goes on. `reached`: told at every point between which a process may die; for tests.
 */
export async function carryOn(
  ctx: Context,
  rotationId: string,
  reached: (point: Point) => void = () => undefined,
): Promise<void> {
  let rotation = await claimRotation(rotationId);
  while (rotation && rotation.step !== 'done') {
    const work = await workOf(ctx, rotation, reached);
    rotation = await oneStep(work, STEPS[rotation.step]);
  }
}

async function workOf(ctx: Context, rotation: RotationRow, reached: Work['reached']): Promise<Work> {
  const provider = await loadProvider(rotation.providerId);
  if (!provider) throw new Error(`the provider of the rotation ${rotation.id} is gone`);
  return { ctx, rotation, provider, reached };
}

/** Undefined: it waits, or is over. */
async function oneStep(
  work: Work,
  step: (work: Work) => Promise<RotationRow>,
): Promise<RotationRow | undefined> {
  try {
    const { adapter, problem } = work.provider;
    if (problem || !adapter.keys) throw new ServiceFailure('refused', problem?.detail ?? 'no keys by API');
    return await step(work);
  } catch (error) {
    if (error instanceof LostClaim) return undefined;
    if (!(error instanceof ServiceFailure)) throw error;
    const { name } = work.provider.row;
    log.warn('a key could not be replaced', {
      provider: name,
      step: work.rotation.step,
      problem: error.problem,
    });
    if (error.passing && mayTryAgain(work.rotation)) await noteFailure(work, error);
    else await giveUp(work, error);
    return undefined;
  }
}

/** For half an hour each: a service that is down, a new key that is not known everywhere yet. */
const MOST_TRIES = 6;

function mayTryAgain({ tries }: RotationRow): boolean {
  return tries + 1 < MOST_TRIES;
}
