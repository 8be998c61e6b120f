import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aResource } from '../../recorder/testing/rig.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const GUIDE = 'res_0195d000-0000-7000-8000-0000000000a1';

describe.each(DIALECTS)('published content on %s', (dialect) => {
  let app: WidgetApp;
  let url: string;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource({ title: { en: 'Guide' } }) });
    url = (await app.person('mika')).content.url;
  });
  afterEach(() => app.close());

  test('is kept for a year by whoever has it, and may be used by any page', async () => {
    const answer = await app.request(url);
    expect(answer.status).toBe(200);
    expect(
      Object.fromEntries(
        [
          'cache-control',
          'etag',
          'access-control-allow-origin',
          'cross-origin-resource-policy',
          'set-cookie',
        ].map((name) => [name, answer.headers.get(name)]),
      ),
    ).toEqual({
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${url.split('/').at(-1)}"`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'set-cookie': null,
    });
    expect(await answer.json()).toMatchObject({
      locale: 'en',
      contents: [{ id: GUIDE, title: 'Guide', version: 1 }],
    });
  });

  test('is not sent again to whoever has it', async () => {
    const etag = `"${url.split('/').at(-1)}"`;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await app.request(url, undefined, { headers: { 'if-none-match': known } });
      expect(answer.status).toBe(304);
      expect(await answer.text()).toBe('');
    }
    expect((await app.request(url, undefined, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('stays what it was when something else is published', async () => {
    const before = await (await app.request(url)).text();
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource({ title: { en: 'New guide' } }) });
    expect((await app.person('jun')).content.url).not.toBe(url);
    expect(await (await app.request(url)).text()).toBe(before);
  });

  test('is not found under a name that was never given, nor in another workspace', async () => {
    const other = await app.workspace(app.organisationId, 'Staging');
    const { value: key } = await app.publishableKey(other);
    const hash = url.split('/').at(-1);
    for (const path of [
      `/v1/w/${app.key}/content/${'x'.repeat(32)}`,
      `/v1/w/${key}/content/${hash}`,
      `/v1/w/${app.key}/content/..%2f${hash}`,
    ]) {
      const answer = await app.request(path);
      expect(answer.status).toBe(404);
    }
    expect((await app.request(`/v1/w/bpk_unknown/content/${hash}`)).status).toBe(401);
  });
});
