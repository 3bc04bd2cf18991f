import { expect, it } from 'vitest';
import * as route from './route';

it('whatever is asked for where nothing is, by any method, is a problem of its own', async () => {
  expect(Object.keys(route).toSorted()).toEqual(['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
  for (const answer of Object.values(route)) {
    const response = answer(new Request('http://relevo.test/api/none'));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' });
  }
});
