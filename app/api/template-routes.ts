import * as imagesById from './v1/images/[id]/route';
import * as images from './v1/images/route';
import * as templateStarters from './v1/template-starters/route';
import * as templatesByIdDuplicate from './v1/templates/[id]/duplicate/route';
import * as templatesByIdPicture from './v1/templates/[id]/picture/route';
import * as templatesByIdPreview from './v1/templates/[id]/preview/route';
import * as templatesByIdPublish from './v1/templates/[id]/publish/route';
import * as templatesById from './v1/templates/[id]/route';
import * as templatesByIdSource from './v1/templates/[id]/source/route';
import * as templatesByIdVersionsByNumber from './v1/templates/[id]/versions/[number]/route';
import * as templatesByIdVersions from './v1/templates/[id]/versions/route';
import * as templates from './v1/templates/route';

/** Those of templates; a part of `routes.ts`. */
export const TEMPLATE_ROUTES = {
  '/api/v1/images': images,
  '/api/v1/images/[id]': imagesById,
  '/api/v1/template-starters': templateStarters,
  '/api/v1/templates': templates,
  '/api/v1/templates/[id]': templatesById,
  '/api/v1/templates/[id]/versions': templatesByIdVersions,
  '/api/v1/templates/[id]/versions/[number]': templatesByIdVersionsByNumber,
  '/api/v1/templates/[id]/publish': templatesByIdPublish,
  '/api/v1/templates/[id]/picture': templatesByIdPicture,
  '/api/v1/templates/[id]/preview': templatesByIdPreview,
  '/api/v1/templates/[id]/source': templatesByIdSource,
  '/api/v1/templates/[id]/duplicate': templatesByIdDuplicate,
};
