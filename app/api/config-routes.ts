import * as backups from './v1/backups/route';
import * as backupsTest from './v1/backups/test/route';
import * as config from './v1/config/route';
import * as configSchema from './v1/config/schema/route';
import * as configThings from './v1/config/things/route';
import * as configVersionDocument from './v1/config/versions/[number]/document/route';
import * as configVersionRestore from './v1/config/versions/[number]/restore/route';
import * as configVersion from './v1/config/versions/[number]/route';
import * as configVersions from './v1/config/versions/route';
import * as logsLevel from './v1/logs/level/route';
import * as logs from './v1/logs/route';

/** All that is configured, its versions, and backups; a part of `routes.ts`. */
export const CONFIG_ROUTES = {
  '/api/v1/logs': logs,
  '/api/v1/logs/level': logsLevel,
  '/api/v1/backups': backups,
  '/api/v1/backups/test': backupsTest,
  '/api/v1/config': config,
  '/api/v1/config/schema': configSchema,
  '/api/v1/config/things': configThings,
  '/api/v1/config/versions': configVersions,
  '/api/v1/config/versions/[number]': configVersion,
  '/api/v1/config/versions/[number]/document': configVersionDocument,
  '/api/v1/config/versions/[number]/restore': configVersionRestore,
};
