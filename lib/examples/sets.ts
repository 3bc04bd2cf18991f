import type { ExampleSet } from './example-set';
import type { ExampleKey } from './keys';
import { agency } from './sets/agency';
import { canteen } from './sets/canteen';
import { clinic } from './sets/clinic';
import { garage } from './sets/garage';
import { library } from './sets/library';

export const EXAMPLE_SETS: Record<ExampleKey, ExampleSet> = { garage, canteen, clinic, agency, library };
