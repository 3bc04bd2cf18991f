import type { Scenario } from './scenario';
import { badDays } from './scenarios/bad-days';
import { campaignKills } from './scenarios/campaign-kills';
import { doorKills } from './scenarios/door-kills';
import { full } from './scenarios/full';
import { fuzz } from './scenarios/fuzz';
import { heavy } from './scenarios/heavy';
import { hooks } from './scenarios/hooks';
import { outage } from './scenarios/outage';
import { postgres } from './scenarios/postgres';
import { ruleKills } from './scenarios/rule-kills';
import { sameRows } from './scenarios/same-rows';
import { smtp } from './scenarios/smtp';
import { stall } from './scenarios/stall';
import { webKills } from './scenarios/web-kills';
import { workerKills } from './scenarios/worker-kills';

/** The longest first: short runs share them out. */
export const SCENARIOS: Scenario[] = [
  fuzz,
  workerKills,
  webKills,
  doorKills,
  postgres,
  smtp,
  outage,
  badDays,
  full,
  sameRows,
  ruleKills,
  campaignKills,
  heavy,
  stall,
  hooks,
];
