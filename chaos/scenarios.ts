import type { Scenario } from './scenario';
import { postgres } from './scenarios/postgres';
import { webKills } from './scenarios/web-kills';
import { workerKills } from './scenarios/worker-kills';

export const SCENARIOS: Scenario[] = [workerKills, webKills, postgres];
