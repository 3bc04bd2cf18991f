import { documentResponse } from '../document';

/** The same for everybody, and nothing in it is of this system: it needs no token. */
export const GET = documentResponse;
