import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { AppEnv } from './app-env.ts';
import { AppError } from './errors.ts';
import { onError } from './middleware/on-error.ts';
import { openTestApp } from './testing.ts';

const coded = (code: string, message = 'secret detail') => Object.assign(new Error(message), { code });

describe('an error', () => {
  test.each([
    {
      error: new AppError('conflict', 'Taken.'),
      status: 409,
      code: 'conflict',
      because: 'it is a refusal already',
    },
    {
      error: new HTTPException(400, { message: 'Malformed JSON' }),
      status: 400,
      code: 'invalid',
      because: 'the body is no JSON',
    },
    {
      error: new HTTPException(415),
      status: 415,
      code: 'unsupported_media_type',
      because: 'the body is of another type',
    },
    { error: coded('SQLITE_BUSY'), status: 503, code: 'unavailable', because: 'the database is busy' },
    { error: coded('SQLITE_FULL'), status: 503, code: 'unavailable', because: 'the disk is full' },
    { error: coded('ECONNREFUSED'), status: 503, code: 'unavailable', because: 'the database is away' },
    { error: coded('57P01'), status: 503, code: 'unavailable', because: 'the database restarts' },
    {
      error: coded('40P01'),
      status: 503,
      code: 'unavailable',
      because: 'two transactions blocked each other',
    },
    { error: coded('23505'), status: 409, code: 'conflict', because: 'something has this name already' },
    { error: coded('SQLITE_CONSTRAINT_UNIQUE'), status: 409, code: 'conflict', because: 'on SQLite too' },
    { error: new TypeError('secret detail'), status: 500, code: 'internal', because: 'it is a bug' },
  ])('is answered with $status when $because', async ({ error, status, code }) => {
    const logged: string[] = [];
    const app = new Hono<AppEnv>();
    app.onError(onError(pino({}, { write: (line) => void logged.push(line) })));
    app.get('/', () => {
      throw error;
    });
    const answer = await app.request('/');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status, code });
    expect(text).not.toContain('secret detail');
    expect(answer.headers.has('retry-after')).toBe(status === 503);
    expect(logged).toHaveLength(status >= 500 ? 1 : 0);
  });
});

test.each([
  { body: '{"kind":', type: 'application/json', status: 400 },
  { body: '[]', type: 'application/json', status: 400 },
  { body: 'null', type: 'application/json', status: 400 },
  { body: '{"__proto__":{"kind":"secret"}}', type: 'application/json', status: 400 },
  { body: '\u0000', type: 'application/json', status: 400 },
  { body: '{}', type: 'application/xml', status: 415 },
  { body: '{}', type: 'text/plain', status: 415 },
])('a key made of $body as $type is refused', async ({ body, type, status }) => {
  const api = await openTestApp('sqlite');
  const { organisationId, workspaceId } = await api.organisation();
  const admin = await api.member(organisationId, 'admin', workspaceId);
  const answer = await api.request('/v1/keys', admin, {
    method: 'POST',
    text: body,
    headers: { 'content-type': type },
  });
  expect(answer.status).toBe(status);
  expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false);
  await api.close();
});
