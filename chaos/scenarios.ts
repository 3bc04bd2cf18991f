import type { Scenario } from './scenario';
import { webKills } from './scenarios/web-kills';
import { workerKills } from './scenarios/worker-kills';

export const SCENARIOS: Scenario[] = [workerKills, webKills];
