import * as rulesById from './v1/rules/[id]/route';
import * as rulesByIdRun from './v1/rules/[id]/run/route';
import * as rulesByIdRuns from './v1/rules/[id]/runs/route';
import * as rulesComing from './v1/rules/coming/route';
import * as rules from './v1/rules/route';
import * as subjectKindsById from './v1/subject-kinds/[id]/route';
import * as subjectKinds from './v1/subject-kinds/route';
import * as subjectSourcesByIdRead from './v1/subject-sources/[id]/read/route';
import * as subjectSourcesById from './v1/subject-sources/[id]/route';
import * as subjectSources from './v1/subject-sources/route';
import * as subjectsByIdNotify from './v1/subjects/[id]/notify/route';
import * as subjectsById from './v1/subjects/[id]/route';
import * as subjectsBatch from './v1/subjects/batch/route';
import * as subjects from './v1/subjects/route';

/** Those of subjects and of rules over them; a part of `routes.ts`. */
export const RULE_ROUTES = {
  '/api/v1/subject-kinds': subjectKinds,
  '/api/v1/subject-kinds/[id]': subjectKindsById,
  '/api/v1/subjects': subjects,
  '/api/v1/subjects/batch': subjectsBatch,
  '/api/v1/subjects/[id]': subjectsById,
  '/api/v1/subjects/[id]/notify': subjectsByIdNotify,
  '/api/v1/subject-sources': subjectSources,
  '/api/v1/subject-sources/[id]': subjectSourcesById,
  '/api/v1/subject-sources/[id]/read': subjectSourcesByIdRead,
  '/api/v1/rules': rules,
  '/api/v1/rules/coming': rulesComing,
  '/api/v1/rules/[id]': rulesById,
  '/api/v1/rules/[id]/run': rulesByIdRun,
  '/api/v1/rules/[id]/runs': rulesByIdRuns,
};
